package sluice.prove.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.extractors.kit.ExtractAnswer;
import sluice.extractors.kit.ExtractDoor;
import sluice.extractors.kit.ExtractEvent;
import sluice.extractors.kit.http.Endpoint;
import sluice.intake.IntakeDoor;
import sluice.lake.DatasetName;
import sluice.lake.RunId;
import sluice.lake.Zone;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Contracts;
import sluice.lake.landing.Claims;
import sluice.lake.landing.LandedObject;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.VerdictLedger;
import sluice.lake.store.FaultyCalls;
import sluice.lake.store.FaultyObjectStore;
import sluice.lake.workflow.Workflow;
import sluice.publisher.PublishDoor;
import sluice.replay.ReplayDoor;
import sluice.validator.GateDoor;
import sluice.validator.ValidateEvent;

/**
 * The tasks of the workflow, in its order, with the cores that its functions have: one process, so that a crash ends all
 * of it. Each task may be called again with what it was called with.
 */
public final class MainJob {
  private static final DatasetName NOFLUFFJOBS = new DatasetName("nofluffjobs");
  /** The contracts of the datasets that come in, as this build has them. */
  static final Map<DatasetName, Contract> CONTRACTS =
      Map.of(NOFLUFFJOBS, Contracts.bundled(NOFLUFFJOBS), Drops.ORDERS, Contracts.bundled(Drops.ORDERS));
  /** So little that each leg of the extraction reads one page. */
  private static final Duration ONLY_THE_RESERVE = Duration.ofSeconds(30);
  private static final int MOST_LEGS = 10;

  private final JobWorld world;
  private final ExtractDoor extract;
  private final IntakeDoor intake;
  private final GateDoor gate;
  private final PublishDoor publish;
  private final ReplayDoor replay;

  MainJob(JobWorld world, Endpoint site, FaultyCalls calls) {
    this.world = world;
    Path work = world.work;
    FaultyObjectStore store = new FaultyObjectStore(world.store, calls);
    Claims claims = calls.around(Claims.class, world.claims);
    VerdictLedger verdicts = calls.around(VerdictLedger.class, world.verdicts);
    Workflow workflow = calls.around(Workflow.class, world.workflow);
    extract = new ExtractDoor(store, Places.BUCKETS.of(Zone.RAW), site, work, Places.LOG, Places.CLOCK);
    intake = new IntakeDoor(store, Places.BUCKETS, claims, workflow, Set.of(Drops.ORDERS), Places.NOW, work, Places.LOG);
    gate = new GateDoor(store, Places.BUCKETS, verdicts, CONTRACTS::get, work, Places.CLOCK);
    publish = new PublishDoor(store, Places.BUCKETS, world.readers, calls, Places.LOG, Places.METRICS, Places.CLOCK);
    replay = new ReplayDoor(store, Places.BUCKETS, claims, verdicts, workflow, CONTRACTS, Places.LOG, Places.METRICS);
  }

  /** The whole: a source is extracted, the dropped files are taken in, all of it is judged and published. */
  public void run() throws IOException {
    Counts adverts = judge(Places.RUN, NOFLUFFJOBS, extracted());
    // One by one: together, a fault in the middle would divide them into other batches than the twin's, which is no fault.
    Drops.all().forEach(event -> deliver(List.of(event)));
    Counts orders = judgeAllDrops();
    publish.publish(Places.RUN, Places.NOW, Map.of(NOFLUFFJOBS.value(), adverts, Drops.ORDERS.value(), orders));
  }

  /** One call of the intake. */
  public void deliver(Collection<LandedObject> events) {
    if (!intake.deliver(events)) {
      throw new IllegalStateException("not all events were handled: the queue would bring them again");
    }
  }

  /** The runs that claimed the dropped files, in the order in which they started. */
  private List<RunId> runsOfTheDrops() {
    return world.workflow.started().keySet().stream().map(RunId::new).filter(run -> run.value().startsWith("land-")).toList();
  }

  /** The first task of these runs. */
  public void receiveAllDrops() {
    runsOfTheDrops().forEach(intake::receive);
  }

  /** What these runs do up to the end of their gate; answers what it counted. */
  public Counts judgeAllDrops() throws IOException {
    Counts counts = Counts.NONE;
    for (RunId run : runsOfTheDrops()) {
      for (IntakeDoor.Received received : intake.receive(run)) {
        counts = counts.plus(judge(run, received.dataset(), new ValidateEvent.ManifestParts(received.manifest(), received.parts())));
      }
    }
    return counts;
  }

  /** Drops a manifest that wants all dropped files judged again, and lets the run that works on it do so. */
  public void replay() throws IOException {
    ReplayDoor.Started started = replay.drop(Drops.ORDERS, Places.TODAY.minusDays(1), Places.TODAY);
    gate.judge(new ValidateEvent(started.run(), Drops.ORDERS, null, started.plan(), 0, null, null, started.replayId()));
  }

  private ValidateEvent.ManifestParts extracted() throws IOException {
    for (int leg = 0; leg < MOST_LEGS; leg++) {
      ExtractAnswer answer = extract.extract(new ExtractEvent(NOFLUFFJOBS, Places.RUN, Places.TODAY, Places.NOW, leg), ONLY_THE_RESERVE);
      if (answer.status() == ExtractAnswer.Status.COMPLETE) {
        return new ValidateEvent.ManifestParts(answer.manifest(), answer.parts());
      }
    }
    throw new IllegalStateException("the extraction is not complete after " + MOST_LEGS + " legs");
  }

  private Counts judge(RunId run, DatasetName dataset, ValidateEvent.ManifestParts manifest) throws IOException {
    return gate.judge(new ValidateEvent(run, dataset, List.of(manifest), null, 0, null, null, null)).counts();
  }
}
