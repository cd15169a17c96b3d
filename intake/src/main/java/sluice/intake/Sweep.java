package sluice.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.lake.DatasetName;
import sluice.lake.RunId;
import sluice.lake.event.EventLog;
import sluice.lake.event.EventName;
import sluice.lake.landing.Claims;
import sluice.lake.landing.LandedObject;

/** Finds what landed and never started a run, because its event was lost or its dataset had no contract yet. */
final class Sweep {
  /** Small enough that a run copies its batch in one call, and that its answer stays below the workflow's limit. */
  private static final int BATCH = 100;

  private final LandingVersions versions;
  private final Claims claims;
  private final Intake intake;
  private final Duration age;
  private final Clock clock;
  private final EventLog log;

  /** {@code age} is what an event may take to arrive: a younger version is still waited for. */
  Sweep(LandingVersions versions, Claims claims, Intake intake, Duration age, Clock clock, EventLog log) {
    this.versions = versions;
    this.claims = claims;
    this.intake = intake;
    this.age = age;
    this.clock = clock;
    this.log = log;
  }

  SweepAnswer sweep(SweepEvent event) {
    List<ObjectVersion> found = unclaimed(clock.instant().minus(event.age(age)));
    Set<RunId> started = new HashSet<>();
    int failed = 0;
    for (int from = 0; from < found.size(); from += BATCH) {
      Taken taken = intake.take(found.subList(from, Math.min(found.size(), from + BATCH)));
      started.addAll(taken.started());
      failed += taken.failed().size();
    }
    log.happened(EventName.LANDING_SWEPT, Map.of("found", found.size(), "started", started.size(), "failed", failed));
    return new SweepAnswer(found.size(), started.size());
  }

  private List<ObjectVersion> unclaimed(Instant newest) {
    List<ObjectVersion> found = new ArrayList<>();
    versions.each(landed -> {
      LandingKey key = new LandingKey(landed.version().key());
      if (!landed.landedAt().isAfter(newest) && !key.isFolder() && !key.dataset().map(its -> isClaimed(its, landed.version())).orElse(false)) {
        found.add(landed.version());
      }
    });
    return found;
  }

  private boolean isClaimed(DatasetName dataset, ObjectVersion version) {
    return claims.of(new LandedObject(dataset, version.bucket(), version.key(), version.versionId())).isPresent();
  }
}
