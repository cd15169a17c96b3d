package sluice.publisher;

import java.util.LinkedHashMap;
import java.util.Map;
import sluice.lake.json.Json;
import sluice.lake.ledger.RunRecord;
import sluice.lake.replay.ManifestAnswer;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;

/** How a replay ended, as a file beside the manifest that asked for it, where the person who dropped it looks. */
final class ReplaySummary {
  private static final String KIND = "sluice.replay-summary/1";

  private final ObjectStore store;
  private final String bucket;

  ReplaySummary(ObjectStore store, String bucket) {
    this.store = store;
    this.bucket = bucket;
  }

  /** Says the same whenever it is written, as it tells only what the run's record holds. */
  void write(RunRecord run, RecordRunEvent.Replay replay) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("kind", KIND);
    summary.put("replayId", replay.replayId());
    summary.put("dataset", replay.dataset());
    summary.put("runId", run.runId());
    summary.put("status", run.status());
    summary.put("startedAt", run.startedAt());
    summary.put("endedAt", run.endedAt());
    summary.put("datasets", run.datasets());
    summary.put("marts", run.marts());
    if (run.failure() != null) {
      summary.put("failure", run.failure());
    }
    ObjectRef place = new ObjectRef(bucket, ManifestAnswer.SUMMARY.key(replay.manifest(), run.runId().value()));
    store.putIfAbsent(place, Json.pretty(summary), Map.of());
  }
}
