package sluice.extractors.kit.json;

import sluice.extractors.kit.Fault;
import sluice.lake.text.Utf8;

/**
 * Lets only well-formed UTF-8 through.
 *
 * <p>Jackson decodes overlong forms and encoded surrogates without a word, and nested values are copied as bytes: what
 * is malformed here would be malformed text in the raw zone.
 */
final class StrictUtf8 {
  private StrictUtf8() {}

  /** Where the text begins: after a byte order mark, if there is one. */
  static int check(byte[] bytes) throws BadPageException {
    if (bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0)) {
      throw new BadPageException(Fault.MALFORMED_JSON, "is not UTF-8: it looks like UTF-16 or UTF-32");
    }
    int place = Utf8.fault(bytes, 0, bytes.length);
    if (place >= 0) {
      throw new BadPageException(Fault.MALFORMED_JSON, "is not UTF-8: byte %,d cannot be decoded".formatted(place + 1));
    }
    boolean mark = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    return mark ? 3 : 0;
  }
}
