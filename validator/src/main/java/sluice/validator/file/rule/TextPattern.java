package sluice.validator.file.rule;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression that the whole text has to match, in bounded time and stack.
 *
 * <p>The pattern comes from the contract, but the text from a stranger, and {@code (a+)+} over a few dozen letters runs
 * for years. So the looks at the text are counted, and a text that needs too many does not match.
 */
final class TextPattern {
  private static final long LOOKS_FOR_EACH_BYTE = 1_000;
  private static final long LEAST_LOOKS = 100_000;

  private final Matcher matcher;
  private final Text text = new Text();

  TextPattern(String expression) {
    matcher = Pattern.compile(expression).matcher("");
  }

  boolean matches(byte[] bytes, int start, int length) {
    text.show(bytes, start, length);
    try {
      return matcher.reset(text).matches();
    } catch (TooManyLooks | StackOverflowError givenUp) {
      return false;
    }
  }

  /** ASCII is seen as it lies there; anything else as a String. */
  private static final class Text implements CharSequence {
    private byte[] bytes = new byte[0];
    private int start;
    private int length;
    private String decoded;
    private long looks;

    void show(byte[] source, int from, int size) {
      bytes = source;
      start = from;
      length = size;
      looks = Math.max(LEAST_LOOKS, size * LOOKS_FOR_EACH_BYTE);
      decoded = null;
      for (int at = from; at < from + size; at++) {
        if (source[at] < 0) {
          decoded = new String(source, from, size, StandardCharsets.UTF_8);
          return;
        }
      }
    }

    @Override
    public int length() {
      return decoded == null ? length : decoded.length();
    }

    @Override
    public char charAt(int index) {
      if (--looks < 0) {
        throw new TooManyLooks();
      }
      return decoded == null ? (char) bytes[start + index] : decoded.charAt(index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return toString().substring(from, to);
    }

    @Override
    public String toString() {
      return decoded == null ? new String(bytes, start, length, StandardCharsets.ISO_8859_1) : decoded;
    }
  }

  private static final class TooManyLooks extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyLooks() {
      super(null, null, false, false);
    }
  }
}
