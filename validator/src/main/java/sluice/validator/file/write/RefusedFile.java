package sluice.validator.file.write;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import sluice.lake.catalog.KeptTable;
import sluice.lake.parquet.ParquetRowSink;
import sluice.lake.parquet.RowSink;
import sluice.lake.text.Utf8;
import sluice.validator.file.read.Fault;
import sluice.validator.file.read.Fields;

/**
 * The refused rows with all that is needed to mend and replay them. There is no file before the first one.
 *
 * <p>The raw text is kept as it stood, personal values included: a row that cannot be split has no columns to treat. So
 * the file belongs into the quarantine zone, which only those may read who may read the landed object. No other column
 * repeats a personal value.
 *
 * <p>{@code raw_encoding} is {@code utf-8}, or {@code base64} for bytes that are none; {@code utf-8 cut} and
 * {@code base64 cut} hold the beginning of a row that is too long to be kept whole.
 */
public final class RefusedFile implements Closeable {
  /** All text; the numbers of row and line count from 1, and the line is null where the format has none. */
  public static final List<String> COLUMNS = KeptTable.QUARANTINE_ENTRIES.columns();

  private static final int FIRST_LINEAGE = COLUMNS.indexOf("run_id");

  private final Path file;
  private final int keptRaw;
  private final List<byte[]> lineage = new ArrayList<>();
  private RowSink sink;

  /**
   * @param lineage the texts of the last columns
   * @param keptRaw bytes of a row that are kept
   */
  public RefusedFile(Path file, List<String> lineage, int keptRaw) {
    this.file = file;
    this.keptRaw = keptRaw;
    lineage.forEach(text -> this.lineage.add(text.getBytes(StandardCharsets.UTF_8)));
  }

  public void add(Fields row, Fault fault) throws IOException {
    if (sink == null) {
      sink = new ParquetRowSink(file, COLUMNS);
    }
    text(0, fault.reason().code());
    text(1, fault.rule());
    if (!fault.column().isEmpty()) {
      text(2, fault.column());
    }
    text(3, fault.detail());
    raw(row);
    text(6, Long.toString(row.number()));
    if (row.line() > 0) {
      text(7, Long.toString(row.line()));
    }
    for (int at = 0; at < lineage.size(); at++) {
      sink.add(FIRST_LINEAGE + at, lineage.get(at), 0, lineage.get(at).length);
    }
    sink.endRow();
  }

  public boolean isEmpty() {
    return sink == null;
  }

  private void raw(Fields row) {
    byte[] bytes = row.rawBytes();
    boolean cut = row.isRawCut() || row.rawLength() > keptRaw;
    int start = row.rawStart();
    int end = start + Math.min(row.rawLength(), keptRaw);
    int textEnd = cut ? wholeCharacters(bytes, start, end) : end;
    boolean isText = Utf8.fault(bytes, start, textEnd) < 0;
    if (isText) {
      sink.add(4, bytes, start, textEnd - start);
    } else {
      byte[] encoded = Base64.getEncoder().encode(Arrays.copyOfRange(bytes, start, end));
      sink.add(4, encoded, 0, encoded.length);
    }
    text(5, (isText ? "utf-8" : "base64") + (cut ? " cut" : ""));
  }

  /** Before the character that the cut goes through. */
  private static int wholeCharacters(byte[] bytes, int start, int end) {
    int at = end;
    while (at > start && end - at < 4 && (bytes[at - 1] & 0xc0) == 0x80) {
      at--;
    }
    // Now the last byte before `at` begins a character, which may or may not be whole.
    return Utf8.fault(bytes, Math.max(start, at - 1), end) < 0 ? end : Math.max(start, at - 1);
  }

  private void text(int column, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    sink.add(column, utf8, 0, utf8.length);
  }

  @Override
  public void close() throws IOException {
    if (sink != null) {
      sink.close();
    }
  }
}
