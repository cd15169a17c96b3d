package sluice.extractors.kit;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The place in a source where reading goes on: a few named values that only the source itself understands. */
public record Cursor(Map<String, String> values) {
  /** The beginning of any source. */
  public static final Cursor START = new Cursor(Map.of());

  /** Sorted, so that the same place is always the same bytes in a checkpoint. */
  public Cursor {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** This place, with one value more (or another value for the same name). */
  public Cursor with(String name, long value) {
    return with(name, Long.toString(value));
  }

  /** This place, with one value more (or another value for the same name). */
  public Cursor with(String name, String value) {
    Map<String, String> more = new TreeMap<>(values);
    more.put(name, value);
    return new Cursor(more);
  }

  /** The number under this name, or {@code otherwise} where the cursor has none, as at the start. */
  public long number(String name, long otherwise) {
    String text = values.get(name);
    if (text == null) {
      return otherwise;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "cursor value \"" + name + "\": expected a whole number, found \"" + text + "\"", e);
    }
  }

  /** The text under this name, or {@code otherwise} where the cursor has none. */
  public String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }
}
