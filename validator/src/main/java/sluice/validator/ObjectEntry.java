package sluice.validator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import sluice.lake.ledger.ObjectVerdict;
import sluice.lake.parquet.ParquetRowSink;
import sluice.lake.parquet.RowSink;
import sluice.validator.file.Origin;
import sluice.validator.file.write.RefusedFile;

/** A whole refused object as one row among the refused rows: the one without a row number. */
final class ObjectEntry {
  private final Path file;

  ObjectEntry(Path file) {
    this.file = file;
  }

  Path write(Origin origin, ObjectVerdict verdict) throws IOException {
    Map<String, String> values = new HashMap<>();
    values.put("reason", verdict.reason());
    values.put("rule", "object");
    values.put("detail", verdict.detail());
    values.put("run_id", origin.runId());
    values.put("run_started_at", origin.runStartedAt().toString());
    values.put("source_object", origin.sourceObject());
    values.put("source_version", origin.sourceVersion());
    values.put("contract_version", Integer.toString(verdict.contractVersion()));
    try (RowSink sink = new ParquetRowSink(file, RefusedFile.COLUMNS)) {
      values.forEach((column, value) -> {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        sink.add(RefusedFile.COLUMNS.indexOf(column), text, 0, text.length);
      });
      sink.endRow();
    }
    return file;
  }
}
