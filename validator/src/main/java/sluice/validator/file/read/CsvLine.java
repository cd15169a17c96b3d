package sluice.validator.file.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import sluice.lake.contract.Format;
import sluice.validator.Reason;

/**
 * Splits one line into its fields, in place.
 *
 * <p>A line that is not all there yet is simply begun again when there is more of it: that is rare, and spares every
 * state in between.
 */
final class CsvLine {
  /** The line does not end in these bytes. */
  static final int MORE = -1;
  /** The input ends inside quotes. */
  static final int UNCLOSED = -2;

  static final String RULE = "csv";

  private final byte delimiter;
  private final int quote; // -1 where the dialect has none
  private final boolean trim;
  private final byte[][] nulls;
  private final CsvScan outside;
  private final CsvScan inside;

  private Fields fields;
  private int[] slots;
  private int count;
  private int breaks;
  private int contentEnd;
  private boolean spareIsEmpty;
  private Fault fault;
  private byte[] unescaped = new byte[1 << 10];
  private int unescapedEnd;

  CsvLine(Format.Csv dialect) {
    delimiter = ascii(dialect.delimiter());
    quote = dialect.quote().map(sign -> (int) ascii(sign)).orElse(-1);
    trim = dialect.trim();
    nulls = dialect.nulls().stream().filter(text -> !text.isEmpty())
        .map(text -> text.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    byte sign = quote < 0 ? delimiter : (byte) quote;
    outside = new CsvScan(delimiter, sign);
    inside = new CsvScan(sign, sign);
  }

  /** Where the values go: field by field into these slots, as many as there are. */
  void into(Fields row, int[] slotOfField) {
    fields = row;
    slots = slotOfField;
  }

  /**
   * Answers where the next line begins.
   *
   * @param last whether nothing follows {@code end}
   * @return {@link #MORE}, {@link #UNCLOSED} or a place in {@code bytes}
   */
  int split(byte[] bytes, int from, int end, boolean last) {
    count = 0;
    breaks = 0;
    spareIsEmpty = true;
    fault = null;
    unescapedEnd = 0;
    int field = from;
    int at = from;
    boolean stored = false;
    while (true) {
      at = outside.next(bytes, at, end);
      if (at == end && !last) {
        return MORE;
      }
      if (at < end && bytes[at] == quote) {
        if (stored || at != field && !(trim && isBlank(bytes, field, at))) {
          stray("a quote stands inside a field that does not begin with one");
          at++;
          continue;
        }
        int close = closing(bytes, at + 1, end, last);
        if (close < 0) {
          return close;
        }
        stored = true;
        at = outside.next(bytes, close + 1, end);
        if (at != close + 1 && !(trim && isBlank(bytes, close + 1, at))) {
          stray("text follows the quote that ends the field");
        }
        continue;
      }
      if (!stored) {
        store(bytes, field, at);
      }
      stored = false;
      count++;
      if (at == end || bytes[at] != delimiter) {
        break;
      }
      field = ++at;
    }
    contentEnd = at;
    return afterBreak(bytes, at, end, last);
  }

  int count() {
    return count;
  }

  /** Where the line's own bytes end, before its line break. */
  int contentEnd() {
    return contentEnd;
  }

  /** Line breaks in its quoted fields. */
  int breaks() {
    return breaks;
  }

  /** Whether the fields for which there is no column are all empty. */
  boolean spareIsEmpty() {
    return spareIsEmpty;
  }

  /** The first misplaced quote, or null. */
  Fault fault() {
    return fault;
  }

  private static int afterBreak(byte[] bytes, int at, int end, boolean last) {
    if (at == end) {
      return end;
    }
    if (bytes[at] == '\n') {
      return at + 1;
    }
    if (at + 1 == end) {
      return last ? end : MORE; // the CR may be half of a CRLF
    }
    return bytes[at + 1] == '\n' ? at + 2 : at + 1;
  }

  /** Stores the quoted value that begins at {@code from} and answers where its closing quote is. */
  private int closing(byte[] bytes, int from, int end, boolean last) {
    int doubled = 0;
    int at = from;
    while (true) {
      at = inside.next(bytes, at, end);
      if (at + 1 >= end && !last) {
        return MORE;
      }
      if (at == end) {
        return UNCLOSED;
      }
      if (bytes[at] != quote) {
        breaks += bytes[at] == '\n' || at + 1 < end && bytes[at + 1] != '\n' ? 1 : 0;
        at++;
      } else if (at + 1 < end && bytes[at + 1] == quote) {
        doubled++;
        at += 2;
      } else {
        storeQuoted(bytes, from, at, doubled);
        return at;
      }
    }
  }

  private void storeQuoted(byte[] bytes, int from, int to, int doubled) {
    if (count >= slots.length) {
      spareIsEmpty &= from == to;
    } else if (doubled == 0) {
      fields.set(slots[count], bytes, from, to - from);
    } else {
      int length = to - from - doubled;
      if (unescaped.length - unescapedEnd < length) {
        // Values stored before keep the old array alive; they are not copied.
        unescaped = new byte[Math.max(unescaped.length * 2, length)];
        unescapedEnd = 0;
      }
      int start = unescapedEnd;
      for (int at = from; at < to; at++) {
        unescaped[unescapedEnd++] = bytes[at];
        at += bytes[at] == quote ? 1 : 0;
      }
      fields.set(slots[count], unescaped, start, length);
    }
  }

  private void store(byte[] bytes, int from, int to) {
    int start = from;
    int end = to;
    if (trim) {
      while (start < end && isBlank(bytes[start])) {
        start++;
      }
      while (end > start && isBlank(bytes[end - 1])) {
        end--;
      }
    }
    if (count >= slots.length) {
      spareIsEmpty &= start == end;
    } else if (start == end || nulls.length > 0 && isNull(bytes, start, end)) {
      fields.setNull(slots[count]);
    } else {
      fields.set(slots[count], bytes, start, end - start);
    }
  }

  private boolean isNull(byte[] bytes, int start, int end) {
    for (byte[] text : nulls) {
      if (Arrays.equals(bytes, start, end, text, 0, text.length)) {
        return true;
      }
    }
    return false;
  }

  private void stray(String what) {
    if (fault == null) {
      fault = Fault.ofRow(Reason.STRAY_QUOTE, RULE, "field " + (count + 1) + ": " + what);
    }
  }

  private static boolean isBlank(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (!isBlank(bytes[at])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(byte sign) {
    return sign == ' ' || sign == '\t';
  }

  private static byte ascii(char sign) {
    if (sign < ' ' && sign != '\t' || sign > 0x7e) {
      throw new IllegalArgumentException("a delimiter or quote is one printable ASCII sign; found U+" + Integer.toHexString(sign));
    }
    return (byte) sign;
  }
}
