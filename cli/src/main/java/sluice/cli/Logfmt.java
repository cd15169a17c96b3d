package sluice.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Lines for logs: a time, what, its state, and key=value pairs. */
public final class Logfmt {
  private Logfmt() {}

  public static String line(Instant time, String what, String state, Object... pairs) {
    StringBuilder line = new StringBuilder(time.truncatedTo(ChronoUnit.SECONDS).toString()).append(' ').append(what).append(' ').append(state);
    for (int i = 0; i < pairs.length; i += 2) {
      String value = String.valueOf(pairs[i + 1]);
      boolean quoted = value.isEmpty() || value.chars().anyMatch(c -> c == ' ' || c == '"' || c == '=');
      line.append(' ').append(pairs[i]).append('=').append(quoted ? '"' + value.replace("\"", "'") + '"' : value);
    }
    return line.toString();
  }
}
