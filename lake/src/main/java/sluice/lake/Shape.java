package sluice.lake;

import java.util.regex.Pattern;

/** Refuses a name of the wrong shape with a message that says what was expected and what was found. */
final class Shape {
  // An error message must stay one line, however long or strange the refused text is.
  private static final int SHOWN = 100;

  private Shape() {}

  static void require(String value, Pattern shape, String what, String expected) {
    if (value == null || !shape.matcher(value).matches()) {
      throw new IllegalArgumentException("not a " + what + ": expected " + expected + ", found " + shown(value));
    }
  }

  private static String shown(String value) {
    if (value == null) {
      return "nothing";
    }
    String cut = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    return '"' + cut.replaceAll("\\p{Cntrl}", "?") + '"';
  }
}
