package sluice.validator.file.rule;

/** Whether text is an ISO 8601 date or timestamp of the calendar, years 0001 to 9999. */
final class Times {
  private static final int DATE_LENGTH = 10; // 2026-11-21
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final int MOST_FRACTION = 12;
  private static final int FURTHEST_OFFSET = 18;

  private Times() {}

  static boolean isDate(byte[] bytes, int start, int length) {
    return length == DATE_LENGTH && beginsWithDate(bytes, start);
  }

  /**
   * A date, {@code T} or a space, hours and minutes, then seconds with up to 12 decimals and {@code Z} or an offset if
   * there are any. A leap second is refused, because no engine behind the gate reads it.
   */
  static boolean isTimestamp(byte[] bytes, int start, int length) {
    int end = start + length;
    int at = start + DATE_LENGTH;
    if (length < DATE_LENGTH + 6 || !beginsWithDate(bytes, start) || bytes[at] != 'T' && bytes[at] != ' ') {
      return false;
    }
    at++;
    if (!below(bytes, at, 24) || bytes[at + 2] != ':' || !below(bytes, at + 3, 60)) {
      return false;
    }
    at += 5;
    if (at < end && bytes[at] == ':') {
      if (end - at < 3 || !below(bytes, at + 1, 60)) {
        return false;
      }
      at = afterFraction(bytes, at + 3, end);
    }
    return at == end || at > 0 && isOffset(bytes, at, end);
  }

  private static int afterFraction(byte[] bytes, int from, int end) {
    if (from == end || bytes[from] != '.') {
      return from;
    }
    int at = from + 1;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    int digits = at - from - 1;
    return digits >= 1 && digits <= MOST_FRACTION ? at : -1;
  }

  /** {@code Z}, {@code +01}, {@code +0130} or {@code +01:30}. */
  private static boolean isOffset(byte[] bytes, int at, int end) {
    int length = end - at;
    if (bytes[at] == 'Z') {
      return length == 1;
    }
    if (bytes[at] != '+' && bytes[at] != '-' || length < 3 || !below(bytes, at + 1, FURTHEST_OFFSET + 1)) {
      return false;
    }
    return switch (length) {
      case 3 -> true;
      case 5 -> below(bytes, at + 3, 60);
      case 6 -> bytes[at + 3] == ':' && below(bytes, at + 4, 60);
      default -> false;
    };
  }

  private static boolean beginsWithDate(byte[] bytes, int start) {
    int century = two(bytes, start);
    int inCentury = two(bytes, start + 2);
    int month = two(bytes, start + 5);
    int day = two(bytes, start + 8);
    if (century < 0 || inCentury < 0 || bytes[start + 4] != '-' || bytes[start + 7] != '-' || month < 1 || month > 12 || day < 1) {
      return false;
    }
    int year = century * 100 + inCentury;
    boolean leapDay = month == 2 && day == 29 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return year > 0 && (day <= DAYS[month - 1] || leapDay);
  }

  private static boolean below(byte[] bytes, int at, int limit) {
    int value = two(bytes, at);
    return value >= 0 && value < limit;
  }

  /** Two digits as a number, or something negative. */
  private static int two(byte[] bytes, int at) {
    int tens = bytes[at] - '0';
    int ones = bytes[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }
}
