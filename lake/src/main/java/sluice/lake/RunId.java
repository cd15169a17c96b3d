package sluice.lake;

import java.util.regex.Pattern;

/** The name of one run: the workflow's execution name, in the part of its alphabet that is also safe in keys. */
public record RunId(String value) {
  // Step Functions allows 80 characters and more signs; the others would need escaping in keys, logs and partition names.
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,79}");
  private static final int SECOND = 2;
  private static final Pattern FURTHER = Pattern.compile("[2-9]");

  /** A retry mends what passes; what has failed this often does not pass, and a duplicate event must not feed it for ever. */
  public static final int LAST_ATTEMPT = 9;

  public RunId {
    Shape.require(value, SHAPE, "run id", "letters, digits, - and _, starting with a letter or digit, at most 80");
  }

  /** The name of a further try at this run; {@code number} counts from {@value #SECOND}, and the first try has the name itself. */
  public RunId attempt(int number) {
    if (number < SECOND || number > LAST_ATTEMPT) {
      throw new IllegalArgumentException("expected an attempt from " + SECOND + " to " + LAST_ATTEMPT + ", found " + number);
    }
    return new RunId(value + "-" + number);
  }

  /** Whether this names {@code run} itself or a further try at it. */
  public boolean isAttemptAt(RunId run) {
    return equals(run) || value.startsWith(run.value + "-") && FURTHER.matcher(value.substring(run.value.length() + 1)).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
