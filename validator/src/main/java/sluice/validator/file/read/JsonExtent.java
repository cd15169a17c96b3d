package sluice.validator.file.read;

/**
 * Finds the end of an array's element piece by piece, by counting brackets outside texts.
 *
 * <p>It does not tell whether the element is JSON: whoever parses it does. Brackets that do not match end the element at
 * the wrong place, which the parser then sees.
 */
final class JsonExtent {
  private long depth;
  private boolean inText;
  private boolean escaped;
  private long breaks;

  /** Where the byte behind the element stands, or -1 when the element goes on after these bytes. */
  int end(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      byte sign = bytes[at];
      if (inText) {
        if (escaped) {
          escaped = false;
        } else if (sign == '\\') {
          escaped = true;
        } else if (sign == '"') {
          inText = false;
        }
        continue;
      }
      switch (sign) {
        case '"' -> inText = true;
        case '{', '[' -> depth++;
        case '}', ']' -> {
          if (depth == 0) {
            return at; // the array's own end
          }
          if (--depth == 0) {
            return at + 1;
          }
        }
        case ',' -> {
          if (depth == 0) {
            return at;
          }
        }
        case '\n' -> breaks++;
        default -> { }
      }
    }
    return -1;
  }

  long breaks() {
    return breaks;
  }
}
