package sluice.extractors.kit.json;

import sluice.extractors.kit.Fault;

/**
 * Sees at once that a document was cut off, by its last character.
 *
 * <p>The parser would see it too, but only after it has handed over all rows before the cut, and then the page could
 * not be asked for again.
 */
final class Ends {
  private Ends() {}

  static void check(byte[] json, int offset) throws BadPageException {
    int first = offset;
    int last = json.length - 1;
    while (first <= last && isSpace(json[first])) {
      first++;
    }
    while (last >= first && isSpace(json[last])) {
      last--;
    }
    if (first > last) {
      throw new BadPageException(Fault.TRUNCATED_ANSWER, "is empty");
    }
    char needed = switch (json[first]) {
      case '{' -> '}';
      case '[' -> ']';
      default -> throw new BadPageException(Fault.MALFORMED_JSON, "does not begin like a JSON object or list");
    };
    if (json[last] != needed || last == first) {
      throw new BadPageException(Fault.TRUNCATED_ANSWER, "does not end with a " + needed + ", as its JSON would");
    }
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
