package sluice.validator.file.rule;

import java.nio.charset.StandardCharsets;
import sluice.validator.Reason;

/**
 * Whether text is a number of a type, told from its bytes in one pass.
 *
 * <p>Every check answers null where the text fits, {@code WRONG_TYPE} where it is no such number, and
 * {@code NUMBER_TOO_BIG} where it is one that the type cannot hold.
 */
final class Numbers {
  // No shorter text can leave the range of a double.
  private static final int SURELY_FINITE = 300;

  private Numbers() {}

  /** A whole number from {@code -most - 1} to {@code most}. */
  static Reason whole(byte[] bytes, int start, int length, long most) {
    int at = start;
    int end = start + length;
    boolean negative = bytes[at] == '-';
    if (negative || bytes[at] == '+') {
      at++;
    }
    if (at == end) {
      return Reason.WRONG_TYPE;
    }
    // Counted downwards, because the least value has no positive twin.
    long value = 0;
    long least = negative ? -most - 1 : -most;
    boolean fits = true;
    for (; at < end; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return Reason.WRONG_TYPE;
      }
      if (fits && value >= (least + digit) / 10) {
        value = value * 10 - digit;
      } else {
        fits = false;
      }
    }
    return fits ? null : Reason.NUMBER_TOO_BIG;
  }

  /** A plain decimal number with at most so many digits before and after its point; zeros at the outer ends do not count. */
  static Reason decimal(byte[] bytes, int start, int length, int before, int after) {
    int at = start;
    int end = start + length;
    if (bytes[at] == '-' || bytes[at] == '+') {
      at++;
    }
    int digits = 0;
    int whole = 0;
    for (; at < end && isDigit(bytes[at]); at++) {
      digits++;
      whole += whole > 0 || bytes[at] != '0' ? 1 : 0;
    }
    int fraction = 0;
    if (at < end && bytes[at] == '.') {
      int point = at++;
      for (; at < end && isDigit(bytes[at]); at++) {
        digits++;
        fraction = bytes[at] == '0' ? fraction : at - point;
      }
    }
    if (at < end || digits == 0) {
      return Reason.WRONG_TYPE;
    }
    return whole <= before && fraction <= after ? null : Reason.NUMBER_TOO_BIG;
  }

  /** A finite number, with or without an exponent. */
  static Reason floating(byte[] bytes, int start, int length) {
    int at = start;
    int end = start + length;
    if (bytes[at] == '-' || bytes[at] == '+') {
      at++;
    }
    int first = at;
    at = digits(bytes, at, end);
    int digits = at - first;
    if (at < end && bytes[at] == '.') {
      int fraction = at + 1;
      at = digits(bytes, fraction, end);
      digits += at - fraction;
    }
    if (digits == 0) {
      return Reason.WRONG_TYPE;
    }
    boolean exponent = at < end && (bytes[at] == 'e' || bytes[at] == 'E');
    if (exponent) {
      at++;
      if (at < end && (bytes[at] == '-' || bytes[at] == '+')) {
        at++;
      }
      int power = at;
      at = digits(bytes, at, end);
      if (at == power) {
        return Reason.WRONG_TYPE;
      }
    }
    if (at < end) {
      return Reason.WRONG_TYPE;
    }
    boolean finite = !exponent && length < SURELY_FINITE
        || Double.isFinite(Double.parseDouble(new String(bytes, start, length, StandardCharsets.ISO_8859_1)));
    return finite ? null : Reason.NUMBER_TOO_BIG;
  }

  private static int digits(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && isDigit(bytes[at])) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(byte sign) {
    return sign >= '0' && sign <= '9';
  }
}
