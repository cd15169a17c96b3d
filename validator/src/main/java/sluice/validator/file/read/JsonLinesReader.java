package sluice.validator.file.read;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads one JSON object a line. A line that is no JSON spoils itself alone; blank lines are no rows; an end of line may be
 * LF or CRLF.
 */
public final class JsonLinesReader {
  private final RowGuard guard;
  private final ByteWindow window;

  public JsonLinesReader(InputStream in, RowGuard guard) {
    this.guard = guard;
    window = new ByteWindow(in, guard.longestRow());
  }

  public void read(JsonColumns columns, RowReceiver receiver) throws IOException {
    Fields fields = receiver.columns(columns.names()).fields();
    JsonRow row = columns.row(fields, guard.longestRow());
    // A line feed is the only sign looked for: inside a JSON text it would have to be escaped.
    CsvScan lines = new CsvScan((byte) '\n', (byte) '\n');
    window.refill(0);
    int from = ByteMark.length(window.bytes(), window.end());
    int searched = from;
    boolean last = false;
    for (long line = 1; ; ) {
      int end = lines.next(window.bytes(), searched, window.end());
      while (end < window.end() && window.bytes()[end] != '\n') {
        end = lines.next(window.bytes(), end + 1, window.end());
      }
      if (end == window.end() && !last) {
        ByteWindow.More more = window.refill(from);
        if (more == ByteWindow.More.FULL) {
          from = skip(fields, line, receiver);
          last = from < 0;
          from = Math.max(0, from);
          searched = from;
          line++;
        } else {
          searched = end - from;
          from = 0;
          last = more == ByteWindow.More.NONE;
        }
        continue;
      }
      if (end == window.end() && from == end) {
        return;
      }
      take(row, fields, from, end, line, receiver);
      line++;
      from = Math.min(end + 1, window.end());
      searched = from;
    }
  }

  private void take(JsonRow row, Fields fields, int from, int lineEnd, long line, RowReceiver receiver) throws IOException {
    byte[] bytes = window.bytes();
    int end = lineEnd > from && bytes[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
    if (isBlank(bytes, from, end)) {
      return;
    }
    fields.place(guard.next(), line);
    fields.raw(bytes, from, end - from, false);
    if (window.isSuspect()) {
      fields.fail(guard.textFault(bytes, from, end));
    }
    if (fields.fault() == null) {
      row.take(bytes, from, end - from);
    }
    receiver.row(fields);
  }

  /** Goes behind a line that is too long; answers where the next one begins, or -1 where none does. */
  private int skip(Fields fields, long line, RowReceiver receiver) throws IOException {
    byte[] beginning = guard.beginning(window.bytes(), 0, window.end());
    fields.place(guard.next(), line);
    fields.raw(beginning, 0, beginning.length, true);
    fields.fail(guard.tooLong());
    receiver.row(fields);
    while (window.refill(window.end()) == ByteWindow.More.SOME) {
      for (int at = 0; at < window.end(); at++) {
        if (window.bytes()[at] == '\n') {
          return at + 1;
        }
      }
    }
    return -1;
  }

  private static boolean isBlank(byte[] bytes, int from, int end) {
    for (int at = from; at < end; at++) {
      if (bytes[at] != ' ' && bytes[at] != '\t') {
        return false;
      }
    }
    return true;
  }
}
