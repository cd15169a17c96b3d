package sluice.quality.sql;

import java.util.Locale;

/** How a rule came out. */
public enum Outcome {
  PASSED,
  FAILED,
  /** It could not be evaluated, which is never a pass. */
  ERROR;

  static Outcome of(boolean holds) {
    return holds ? PASSED : FAILED;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
