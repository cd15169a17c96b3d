package sluice.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import sluice.lake.DatasetName;
import sluice.lake.PartitionKey;
import sluice.lake.Zone;
import sluice.lake.catalog.KeptTable;
import sluice.lake.parquet.ParquetRowSink;
import sluice.lake.parquet.RowSink;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;

/** The results of a run, a row for each rule, as string-typed Parquet that a table {@code quality_results} can be laid over. */
final class ResultsFile {
  /** Columns of the file, in their order; all are text. */
  static final List<String> COLUMNS = KeptTable.QUALITY_RESULTS.columns();
  private static final DatasetName TABLE = new DatasetName("quality_results");

  private final ObjectStore store;
  private final String bucket;

  ResultsFile(ObjectStore store, String bucket) {
    this.store = store;
    this.bucket = bucket;
  }

  /**
   * Written once: repeating a check writes the same bytes, and a check that found something else is refused with
   * {@link sluice.lake.store.ConflictException}, because what was told of the run would no longer be true.
   */
  void write(CheckQualityEvent event, List<RuleResult> results) {
    String key = new PartitionKey(TABLE, event.ingestDate(), event.runId()).object(Zone.DQ_RESULTS, "results.parquet");
    Path local = null;
    try {
      local = Files.createTempFile("results", ".parquet");
      try (RowSink sink = new ParquetRowSink(local, COLUMNS)) {
        for (RuleResult result : results) {
          row(sink, event, result);
        }
      }
      store.putIfAbsent(new ObjectRef(bucket, key), local, Map.of());
    } catch (IOException disk) {
      throw new UncheckedIOException("cannot write the results of run " + event.runId(), disk);
    } finally {
      delete(local);
    }
  }

  private static void row(RowSink sink, CheckQualityEvent event, RuleResult result) throws IOException {
    Long failing = result.finding().failingRows();
    List<String> values = Arrays.asList(event.runId().value(), result.table(), result.rule(), result.level().word(),
        result.finding().outcome().word(), result.metric(), result.expected(), result.finding().actual(),
        failing == null ? null : failing.toString(), result.finding().sample(), event.startedAt().toString());
    for (int column = 0; column < values.size(); column++) {
      if (values.get(column) != null) {
        byte[] utf8 = values.get(column).getBytes(StandardCharsets.UTF_8);
        sink.add(column, utf8, 0, utf8.length);
      }
    }
    sink.endRow();
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException leftBehind) {
      // The function's disk is thrown away with it.
    }
  }
}
