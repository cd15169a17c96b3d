package sluice.validator.file.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import sluice.validator.Reason;
import sluice.validator.Refusal;

/**
 * Reads one JSON array of objects, one element in memory at a time.
 *
 * <p>The array is one document: where it is not JSON, nothing in it can be trusted, so the object is refused as a whole.
 * An element that is JSON but no row spoils itself alone.
 */
public final class JsonArrayReader {
  private final RowGuard guard;
  private final ByteWindow window;
  private int at;
  private long line = 1;

  public JsonArrayReader(InputStream in, RowGuard guard) {
    this.guard = guard;
    window = new ByteWindow(in, guard.longestRow());
  }

  public void read(JsonColumns columns, RowReceiver receiver) throws IOException {
    Fields fields = receiver.columns(columns.names()).fields();
    JsonRow row = columns.row(fields, guard.longestRow());
    window.refill(0);
    at = ByteMark.length(window.bytes(), window.end());
    int first = sign();
    if (first < 0) {
      throw new Refusal(Reason.EMPTY_OBJECT, "the object has nothing but blanks");
    }
    if (first != '[') {
      notAnArray(columns.deepest());
    }
    at++;
    if (sign() == ']') {
      at++;
    } else {
      elements(row, fields, receiver);
    }
    if (sign() >= 0) {
      throw broken("something follows the array's end");
    }
  }

  private void elements(JsonRow row, Fields fields, RowReceiver receiver) throws IOException {
    while (true) {
      if (sign() < 0) {
        throw broken("it ends before the array does");
      }
      element(row, fields, receiver);
      int separator = sign();
      at++;
      if (separator == ']') {
        return;
      }
      if (separator != ',') {
        throw broken(separator < 0 ? "it ends before the array does" : "two elements without a comma between them");
      }
    }
  }

  private void element(JsonRow row, Fields fields, RowReceiver receiver) throws IOException {
    JsonExtent extent = new JsonExtent();
    long from = line;
    int start = at;
    int end = extent.end(window.bytes(), at, window.end());
    while (end < 0) {
      int scanned = window.end() - start;
      ByteWindow.More more = window.refill(start);
      if (more == ByteWindow.More.FULL) {
        tooLong(extent, fields, from, start, receiver);
        return;
      }
      start = 0;
      at = 0;
      if (more == ByteWindow.More.NONE) {
        throw broken("it ends inside an element");
      }
      end = extent.end(window.bytes(), scanned, window.end());
    }
    line += extent.breaks();
    at = end;
    fields.place(guard.next(), from);
    fields.raw(window.bytes(), start, end - start, false);
    if (window.isSuspect()) {
      fields.fail(guard.textFault(window.bytes(), start, end));
    }
    if (fields.fault() == null) {
      row.take(window.bytes(), start, end - start);
    }
    Fault fault = fields.fault();
    if (fault != null && fault.reason() == Reason.INVALID_JSON) {
      throw broken("element " + fields.number() + ": " + fault.detail());
    }
    receiver.row(fields);
  }

  private void tooLong(JsonExtent extent, Fields fields, long from, int start, RowReceiver receiver) throws IOException {
    byte[] beginning = guard.beginning(window.bytes(), start, window.end());
    int end = -1;
    while (end < 0) {
      if (window.refill(window.end()) == ByteWindow.More.NONE) {
        throw broken("it ends inside an element");
      }
      end = extent.end(window.bytes(), 0, window.end());
    }
    line += extent.breaks();
    at = end;
    fields.clear();
    fields.place(guard.next(), from);
    fields.raw(beginning, 0, beginning.length, true);
    fields.fail(guard.tooLong());
    receiver.row(fields);
  }

  /** The next byte that is no blank, or -1; it is not taken. */
  private int sign() throws IOException {
    while (true) {
      for (; at < window.end(); at++) {
        byte sign = window.bytes()[at];
        line += sign == '\n' ? 1 : 0;
        if (sign != ' ' && sign != '\n' && sign != '\r' && sign != '\t') {
          return sign & 0xff;
        }
      }
      boolean ended = window.refill(at) == ByteWindow.More.NONE;
      at = 0;
      if (ended) {
        return -1;
      }
    }
  }

  /** The document is something else; whether it is JSON at all decides what is said of it. */
  private void notAnArray(int deepest) throws IOException {
    if (window.isSuspect() && guard.textFault(window.bytes(), at, window.end()) != null) {
      throw broken("it is not UTF-8");
    }
    try (JsonParser parser = StrictJson.factory(guard.longestRow(), deepest).createParser(window.rest(at))) {
      JsonToken first = parser.nextToken();
      Reason reason = StrictJson.finishValue(parser, deepest);
      if (reason != null) {
        throw new Refusal(reason, "the document is no array, and its objects are at fault");
      }
      if (parser.nextToken() != null) {
        throw broken("something follows its end; one object a line is another format");
      }
      throw new Refusal(Reason.NOT_AN_ARRAY, "expected an array of objects, found " + first.name().toLowerCase(java.util.Locale.ROOT));
    } catch (JsonProcessingException notJson) {
      throw broken("it begins with neither [ nor {, or breaks off");
    }
  }

  private static Refusal broken(String how) {
    return new Refusal(Reason.INVALID_JSON, "the document is not JSON: " + how);
  }
}
