package sluice.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import sluice.lake.DatasetName;
import sluice.lake.contract.Contract;
import sluice.lake.event.Emf;
import sluice.lake.event.EventLog;
import sluice.lake.event.EventName;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Problem;
import sluice.lake.workflow.AttemptsExhaustedException;
import sluice.lake.workflow.Start;
import sluice.lake.workflow.StartOnce;

/**
 * Turns a manifest into one run of the workflow that judges what it means, or says beside it why not.
 *
 * <p>The plan is kept before the start and never made again: a repeated manifest starts the same input, and so nothing.
 * A plan without work is not kept: its id is still free when there is something to judge.
 */
final class Dispatch {
  private final ReplayZone zone;
  private final Planner planner;
  private final StartOnce startOnce;
  private final Contracts contracts;
  private final EventLog log;
  private final Emf emf;

  /** What datasets there are, and where their producers drop files. */
  record Contracts(Supplier<Map<DatasetName, Contract>> all, String landingBucket) {}

  Dispatch(ReplayZone zone, Planner planner, StartOnce startOnce, Contracts contracts, EventLog log, Emf emf) {
    this.zone = zone;
    this.planner = planner;
    this.startOnce = startOnce;
    this.contracts = contracts;
    this.log = log;
    this.emf = emf;
  }

  /** A manifest that is wrong is answered, never thrown: calling again would not make it right. */
  DispatchAnswer dispatch(String bucket, String key) {
    if (!zone.isManifest(bucket, key)) {
      return ignored(key, "no replay manifest");
    }
    try {
      Optional<byte[]> json = zone.manifest(key);
      return json.isPresent() ? dispatch(json.get(), key) : ignored(key, "the manifest is gone");
    } catch (InvalidInputException wrong) {
      return refused(key, wrong.problems());
    } catch (AttemptsExhaustedException hopeless) {
      return refused(key, List.of(Problem.error("R010", String.valueOf(hopeless.getMessage())).at(key, 0, 0)
          .next("mend what the failures name, then drop the manifest under a new replayId")));
    }
  }

  private DispatchAnswer dispatch(byte[] json, String key) {
    Map<DatasetName, Contract> all = contracts.all().get();
    ReplayManifest request = new ReplayManifestReader(all.keySet(), contracts.landingBucket()).read(json, key);
    int contractVersion = all.get(request.dataset()).version();
    Optional<ReplayPlan> before = zone.plan(request.replayId());
    before.ifPresent(plan -> requireSame(plan, request, key));
    if (request.options().dryRun()) {
      Preview preview = Preview.of(request, contractVersion, planner.plan(request, contractVersion, key));
      return planned(DispatchAnswer.Status.PLANNED, preview, key);
    }
    return before.isPresent() ? start(before.get(), key) : planAndStart(request, contractVersion, key);
  }

  private DispatchAnswer planAndStart(ReplayManifest request, int contractVersion, String key) {
    List<PlanLine> lines = planner.plan(request, contractVersion, key);
    if (lines.stream().noneMatch(PlanLine::judges)) {
      return planned(DispatchAnswer.Status.NOTHING, Preview.of(request, contractVersion, lines), key);
    }
    ReplayPlan plan = zone.keep(ReplayPlan.of(request, key, lines));
    requireSame(plan, request, key);
    return start(plan, key);
  }

  private DispatchAnswer start(ReplayPlan plan, String key) {
    Start start = startOnce.start(ReplayManifest.runId(plan.replayId()), plan.input());
    boolean runs = !(start instanceof Start.Joined);
    zone.started(key, plan, start.name());
    log.happened(start.event(), Map.of("runId", start.name(), "dataset", plan.dataset(), "replayId", plan.replayId(),
        "sourceObject", plan.manifest(), "objects", plan.parts()));
    if (runs) {
      emf.counted(new TreeMap<>(Map.of("dataset", plan.dataset().value())), new TreeMap<>(Map.of("ReplayStarted", 1L)));
    }
    return new DispatchAnswer(runs ? DispatchAnswer.Status.STARTED : DispatchAnswer.Status.JOINED, plan.replayId(), start.name(),
        ReplayPlan.key(plan.replayId()), plan.parts());
  }

  private static void requireSame(ReplayPlan plan, ReplayManifest request, String key) {
    if (!plan.manifestSha256().equals(request.fingerprint())) {
      throw new InvalidInputException(List.of(Problem.error("R009", "the replayId was used before with other content").where("replayId")
          .at(key, 0, 0).expected("the content of " + plan.manifest()).found("another request under " + request.replayId())
          .next("give it a new replayId")));
    }
  }

  private DispatchAnswer planned(DispatchAnswer.Status status, Preview preview, String key) {
    String document = zone.preview(key, preview);
    log.happened(EventName.REPLAY_PLANNED, Map.of("dataset", preview.dataset(), "replayId", preview.replayId(), "sourceObject", key,
        "judge", preview.judge(), "skip", preview.skip(), "plan", document));
    return new DispatchAnswer(status, preview.replayId(), null, document, preview.judge());
  }

  private DispatchAnswer refused(String key, List<Problem> problems) {
    String document = zone.refused(key, problems);
    log.happened(EventName.REPLAY_REFUSED, Map.of(
        "sourceObject", key, "problems", problems.stream().map(Problem::toString).toList(), "refusal", document));
    return new DispatchAnswer(DispatchAnswer.Status.REFUSED, null, null, document, null);
  }

  private DispatchAnswer ignored(String key, String why) {
    log.happened(EventName.EVENT_IGNORED, Map.of("sourceObject", key, "reason", why));
    return new DispatchAnswer(DispatchAnswer.Status.IGNORED, null, null, null, null);
  }
}
