package sluice.validator.file.read;

import sluice.lake.contract.Format;

/** Finds the end of a line piece by piece, when the line as a whole is not to be held in memory. */
final class CsvSkip {
  private final byte delimiter;
  private final int quote;
  private final boolean trim;
  private boolean fieldBegins = true;
  private boolean inside;
  private boolean afterReturn;
  private long breaks;

  CsvSkip(Format.Csv dialect) {
    delimiter = (byte) dialect.delimiter();
    quote = dialect.quote().map(sign -> (int) sign).orElse(-1);
    trim = dialect.trim();
  }

  /** Where the next line begins, or -1 when the line goes on after these bytes. */
  int end(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      byte sign = bytes[at];
      if (afterReturn) {
        return sign == '\n' ? at + 1 : at;
      }
      if (sign == quote && (inside || fieldBegins)) {
        inside = !inside; // a doubled quote leaves and enters again
        fieldBegins = !inside;
      } else if (inside) {
        breaks += sign == '\n' ? 1 : 0;
      } else if (sign == '\n') {
        breaks++;
        return at + 1;
      } else if (sign == '\r') {
        breaks++;
        afterReturn = true;
      } else {
        fieldBegins = sign == delimiter || fieldBegins && trim && (sign == ' ' || sign == '\t');
      }
    }
    return -1;
  }

  boolean isInsideQuotes() {
    return inside;
  }

  long breaks() {
    return breaks;
  }
}
