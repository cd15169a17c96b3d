package sluice.publisher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import sluice.lake.RunId;
import sluice.lake.Zone;
import sluice.lake.ledger.RunRecord;
import sluice.lake.store.ConflictException;
import sluice.lake.store.MissingObjectException;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;

/** The run's own JSON in the results zone: written once, so the first end that was recorded is the run's end. */
final class RunFile {
  private final ObjectStore store;
  private final String bucket;

  RunFile(ObjectStore store, String bucket) {
    this.store = store;
    this.bucket = bucket;
  }

  /** What is already recorded of the run, or else what is recorded now. */
  RunRecord recorded(RunId runId, Supplier<RunRecord> now) {
    ObjectRef ref = new ObjectRef(bucket, Zone.DQ_RESULTS.prefix() + "runs/run_id=" + runId + ".json");
    Optional<RunRecord> before = read(ref);
    if (before.isPresent()) {
      return before.get();
    }
    RunRecord record = now.get();
    try {
      store.putIfAbsent(ref, record.toJson().getBytes(StandardCharsets.UTF_8), Map.of());
      return record;
    } catch (ConflictException twinWasFaster) {
      return read(ref).orElseThrow(() -> twinWasFaster);
    }
  }

  private Optional<RunRecord> read(ObjectRef ref) {
    try (InputStream in = store.open(ref)) {
      return Optional.of(RunRecord.fromJson(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (MissingObjectException notYet) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + ref.uri(), unreadable);
    }
  }
}
