package sluice.quality.dqdl;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What it means that a rule is not met. */
public enum Severity {
  /** The run publishes nothing. */
  FAIL,
  /** The run goes on and people are told. */
  WARN;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
