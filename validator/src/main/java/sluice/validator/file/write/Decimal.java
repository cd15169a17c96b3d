package sluice.validator.file.write;

/** Numbers as text without a String. */
final class Decimal {
  private Decimal() {}

  /** Writes a number that is not negative to the end of the digits and answers where it begins. */
  static int write(long number, byte[] digits) {
    int at = digits.length;
    long rest = number;
    do {
      digits[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    return at;
  }
}
