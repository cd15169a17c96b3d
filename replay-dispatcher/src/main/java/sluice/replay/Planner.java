package sluice.replay;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import sluice.lake.DatasetName;
import sluice.lake.PartitionKey;
import sluice.lake.landing.Claims;
import sluice.lake.ledger.ObjectVerdict;
import sluice.lake.ledger.VerdictLedger;
import sluice.lake.ledger.VerdictScope;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Problem;
import sluice.lake.store.ObjectStore;

/** Finds the raw objects that a manifest means and says for each what is to be done; it changes nothing. */
final class Planner {
  private static final Comparator<ObjectVerdict> BY_VERSION = Comparator.comparingInt(ObjectVerdict::contractVersion);

  private final ObjectStore store;
  private final Places places;
  private final Claims claims;
  private final VerdictLedger verdicts;

  /** The buckets that a replay's objects are, or were, in. */
  record Places(String rawBucket, String landingBucket) {}

  Planner(ObjectStore store, Places places, Claims claims, VerdictLedger verdicts) {
    this.store = store;
    this.places = places;
    this.claims = claims;
    this.verdicts = verdicts;
  }

  /** One line per object, by key; {@code contractVersion} is the one that would judge now. */
  List<PlanLine> plan(ReplayManifest request, int contractVersion, String file) throws InvalidInputException {
    return new Call(request, contractVersion, file).lines();
  }

  /** One plan in the making. */
  private final class Call {
    private final ReplayManifest request;
    private final DatasetName dataset;
    private final int contractVersion;
    private final String file;
    private final RawManifests manifests = new RawManifests(store, places.rawBucket());
    private final Map<LocalDate, Map<String, List<ObjectVerdict>>> ofDate = new HashMap<>();
    private final Map<String, PlanLine> lines = new TreeMap<>();

    Call(ReplayManifest request, int contractVersion, String file) {
      this.request = request;
      this.dataset = request.dataset();
      this.contractVersion = contractVersion;
      this.file = file;
    }

    List<PlanLine> lines() {
      switch (request.selection()) {
        case Selection.Files files -> add(files);
        case Selection.Quarantine quarantine -> add(quarantine);
        case Selection.Dates dates -> dates.from().datesUntil(dates.to().plusDays(1))
            .forEach(date -> manifests.ofDate(dataset, date).forEach(this::add));
      }
      if (lines.size() > ReplayManifestReader.MOST_FILES) {
        throw new InvalidInputException(List.of(ReplayManifestReader.tooMany("objects", lines.size()).at(file, 0, 0)));
      }
      return List.copyOf(lines.values());
    }

    /** One that is not in raw refuses them all: who names objects must know before anything starts that one is meant wrongly. */
    private void add(Selection.Files selected) {
      List<Problem> unknown = new ArrayList<>();
      for (String name : selected.files()) {
        find(RequestedFile.of(name, dataset, places.landingBucket())).ifPresentOrElse(this::add, () -> unknown.add(
            Problem.error("R008", "not in raw").where("files").at(file, 0, 0)
                .expected("an object that a manifest in the raw zone names").found(JsonFields.shown(name))
                .next("take it out, or wait until it was taken in")));
      }
      if (!unknown.isEmpty()) {
        throw new InvalidInputException(unknown.subList(0, Math.min(unknown.size(), 20)));
      }
    }

    private Optional<RawObject> find(RequestedFile wanted) {
      return switch (wanted) {
        case RequestedFile.Raw raw -> manifests.ofKey(raw.partition(), raw.key());
        case RequestedFile.Landed landed -> claims.of(landed.object()).flatMap(run -> manifests.ofLanded(landed.object(), run));
      };
    }

    /** By the newest verdict of each object: what a later contract let in is refused no longer. */
    private void add(Selection.Quarantine filter) {
      byObject(verdicts.inScope(new VerdictScope(dataset, Optional.empty()))).values().stream()
          .map(its -> Collections.max(its, BY_VERSION)).filter(refused(filter)).forEach(verdict -> {
        PartitionKey partition = new PartitionKey(dataset, verdict.ingestDate(), verdict.runId());
        manifests.ofKey(partition, verdict.object()).ifPresentOrElse(this::add, () -> lines.put(verdict.object(), new PlanLine(
            verdict.object(), null, null, verdict.ingestDate(), verdict.runId(), word(verdict), verdict.contractVersion(), "skip",
            "no manifest in raw names it")));
      });
    }

    private void add(RawObject object) {
      LocalDate date = object.partition().ingestDate();
      List<ObjectVerdict> its = ofDate.computeIfAbsent(date, day -> byObject(verdicts.ofDate(dataset, day))).getOrDefault(object.key(), List.of());
      Optional<ObjectVerdict> now = its.stream().max(BY_VERSION);
      boolean judged = its.stream().anyMatch(verdict -> verdict.contractVersion() == contractVersion);
      boolean skip = judged && request.options().skipIfPublished() && !request.options().force();
      lines.put(object.key(), new PlanLine(object.key(), object.manifest(), object.part(), date, object.partition().runId(),
          now.map(Call::word).orElse("none"), now.map(ObjectVerdict::contractVersion).orElse(null),
          skip ? "skip" : "judge", skip ? "judged under contract version " + contractVersion : null));
    }

    private static Map<String, List<ObjectVerdict>> byObject(List<ObjectVerdict> all) {
      return all.stream().collect(Collectors.groupingBy(ObjectVerdict::object));
    }

    private static String word(ObjectVerdict verdict) {
      return verdict.accepted() ? "accepted" : "quarantined";
    }

    private static Predicate<ObjectVerdict> refused(Selection.Quarantine filter) {
      return verdict -> {
        boolean forReason = filter.reason() == null
            ? !verdict.accepted() || verdict.counts().quarantined() > 0
            : filter.reason().equals(verdict.reason()) || verdict.reasons().containsKey(filter.reason());
        boolean ofRun = filter.runId() == null || filter.runId().equals(verdict.runId().value())
            || verdict.judgedBy() != null && filter.runId().equals(verdict.judgedBy().value());
        return forReason && ofRun && inTime(verdict, filter);
      };
    }

    private static boolean inTime(ObjectVerdict verdict, Selection.Quarantine filter) {
      if (filter.since() == null && filter.until() == null) {
        return true;
      }
      LocalDate day = verdict.judgedAt().atZone(ZoneOffset.UTC).toLocalDate();
      return (filter.since() == null || !day.isBefore(filter.since())) && (filter.until() == null || !day.isAfter(filter.until()));
    }
  }
}
