package sluice.lake;

import java.util.regex.Pattern;

/** The name of one run: the workflow's execution name, in the part of its alphabet that is also safe in keys. */
public record RunId(String value) {
  // Step Functions allows 80 characters and more signs; the others would need escaping in keys, logs and partition names.
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,79}");

  public RunId {
    Shape.require(value, SHAPE, "run id", "letters, digits, - and _, starting with a letter or digit, at most 80");
  }

  @Override
  public String toString() {
    return value;
  }
}
