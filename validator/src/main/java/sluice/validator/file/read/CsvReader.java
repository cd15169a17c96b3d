package sluice.validator.file.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import sluice.lake.contract.Format;
import sluice.validator.Reason;
import sluice.validator.Refusal;

/**
 * Reads RFC 4180 and the dialects of a contract, row by row, without a copy or an object for any plain value.
 *
 * <p>Lines end with LF, CRLF or CR, also mixed. An empty line is no row, except where a row has a single column. An
 * unquoted text of the dialect's list is null, a quoted one is itself: {@code ""} is an empty text. A row at fault ends
 * at its line's end and the next one is read as if nothing had been; only a quote that is never closed makes the object
 * unreadable, because nobody can tell any more what is a row.
 */
public final class CsvReader {
  private static final int MOST_COLUMNS = 10_000;

  private final Format.Csv dialect;
  private final RowGuard guard;
  private final ByteWindow window;
  private final CsvLine splitter;
  private int from;
  private int next;
  private boolean last;
  private long line = 1;
  private long nextLine = 1;
  private byte[] beginning;

  public CsvReader(InputStream in, Format.Csv dialect, RowGuard guard) {
    this.dialect = dialect;
    this.guard = guard;
    window = new ByteWindow(in, guard.longestRow());
    splitter = new CsvLine(dialect);
  }

  /** @param expected how the contract calls the columns: what a file without a header has, in this order */
  public void read(List<String> expected, RowReceiver receiver) throws IOException {
    more();
    next = ByteMark.length(window.bytes(), window.end());
    RowReceiver.Layout layout = receiver.columns(dialect.header() ? header() : expected);
    Fields fields = layout.fields();
    int width = layout.slots().length;
    splitter.into(fields, layout.slots());
    while (split()) {
      if (isEmpty() && width > 1) {
        continue;
      }
      fields.place(guard.next(), line);
      judge(fields, width);
      receiver.row(fields);
    }
  }

  private List<String> header() throws IOException {
    Fields names = new Fields(MOST_COLUMNS);
    splitter.into(names, IntStream.range(0, MOST_COLUMNS).toArray());
    do {
      if (!split()) {
        throw new Refusal(Reason.EMPTY_OBJECT, "the object has neither header nor rows");
      }
    } while (isEmpty());
    if (beginning != null || splitter.count() > MOST_COLUMNS) {
      throw new Refusal(Reason.NOT_THE_FORMAT, "the first line is no header: it is longer than any");
    }
    if (guard.textFault(window.bytes(), from, splitter.contentEnd()) != null) {
      throw new Refusal(Reason.WRONG_ENCODING, "the header is not UTF-8, or contains the byte 0");
    }
    if (splitter.fault() != null) {
      throw new Refusal(Reason.STRAY_QUOTE, "the header, " + splitter.fault().detail());
    }
    List<String> header = new ArrayList<>();
    for (int column = 0; column < splitter.count(); column++) {
      int length = Math.max(0, names.length(column));
      header.add(length == 0 ? "" : new String(names.bytes(column), names.start(column), length, StandardCharsets.UTF_8));
    }
    return header;
  }

  private boolean isEmpty() {
    return beginning == null && splitter.contentEnd() == from;
  }

  /** Splits the next line; false when there is none. */
  private boolean split() throws IOException {
    beginning = null;
    from = next;
    line = nextLine;
    while (true) {
      if (from == window.end() && last) {
        return false;
      }
      int after = splitter.split(window.bytes(), from, window.end(), last);
      if (after >= 0) {
        next = after;
        nextLine = line + 1 + splitter.breaks();
        return true;
      }
      if (after == CsvLine.UNCLOSED) {
        throw unclosed();
      }
      if (more() == ByteWindow.More.FULL) {
        skip();
        return true;
      }
    }
  }

  private ByteWindow.More more() throws IOException {
    ByteWindow.More more = window.refill(from);
    if (more != ByteWindow.More.FULL) {
      from = 0;
      last = more == ByteWindow.More.NONE;
    }
    return more;
  }

  /** Goes to the end of a line that is longer than any may be, keeping its beginning. */
  private void skip() throws IOException {
    beginning = guard.beginning(window.bytes(), from, window.end());
    CsvSkip skip = new CsvSkip(dialect);
    int at = skip.end(window.bytes(), from, window.end());
    while (at < 0) {
      if (window.refill(window.end()) == ByteWindow.More.NONE) {
        last = true;
        if (skip.isInsideQuotes()) {
          throw unclosed();
        }
        at = window.end();
      } else {
        at = skip.end(window.bytes(), 0, window.end());
      }
    }
    from = at;
    next = at;
    nextLine = line + skip.breaks();
  }

  private void judge(Fields fields, int width) {
    if (beginning != null) {
      fields.raw(beginning, 0, beginning.length, true);
      fields.fail(guard.tooLong());
      return;
    }
    fields.raw(window.bytes(), from, splitter.contentEnd() - from, false);
    if (window.isSuspect()) {
      fields.fail(guard.textFault(window.bytes(), from, splitter.contentEnd()));
    }
    fields.fail(splitter.fault());
    int count = splitter.count();
    if (count != width && !(count > width && dialect.extraFields() && splitter.spareIsEmpty())) {
      fields.fail(Fault.ofRow(Reason.WRONG_FIELD_COUNT, CsvLine.RULE, "expected " + width + " fields, found " + count));
    }
  }

  private Refusal unclosed() {
    return new Refusal(Reason.UNCLOSED_QUOTE,
        "a quote in the row that begins at line " + line + " is never closed, so that the rest of the object is one field");
  }
}
