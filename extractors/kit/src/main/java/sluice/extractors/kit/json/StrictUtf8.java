package sluice.extractors.kit.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import sluice.extractors.kit.Fault;

/**
 * Lets only well-formed UTF-8 through.
 *
 * <p>Jackson decodes overlong forms and encoded surrogates without a word, and nested values are copied as bytes: what
 * is malformed here would be malformed text in the raw zone.
 */
final class StrictUtf8 {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
      .onMalformedInput(CodingErrorAction.REPORT)
      .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer scratch = CharBuffer.allocate(8192);

  /** Where the text begins: after a byte order mark, if there is one. */
  int check(byte[] bytes) throws BadPageException {
    if (bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0)) {
      throw new BadPageException(Fault.MALFORMED_JSON, "is not UTF-8: it looks like UTF-16 or UTF-32");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    decoder.reset();
    CoderResult result;
    do {
      scratch.clear();
      result = decoder.decode(in, scratch, true);
    } while (result.isOverflow());
    if (result.isError()) {
      throw new BadPageException(Fault.MALFORMED_JSON, "is not UTF-8: byte %,d cannot be decoded".formatted(in.position() + 1));
    }
    return startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= BYTE_ORDER_MARK.length
        && bytes[0] == BYTE_ORDER_MARK[0] && bytes[1] == BYTE_ORDER_MARK[1] && bytes[2] == BYTE_ORDER_MARK[2];
  }
}
