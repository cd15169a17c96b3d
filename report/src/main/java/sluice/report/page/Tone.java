package sluice.report.page;

import sluice.lake.ledger.RunStatus;
import sluice.report.model.Level;
import sluice.report.model.Outcome;

/** How something is to be taken; each has its glyph, because colour alone says nothing to many readers. */
public enum Tone {
  OK("✓"),
  WARN("!"),
  BAD("✗"),
  INFO("i"),
  QUIET("·");

  private final String glyph;

  Tone(String glyph) {
    this.glyph = glyph;
  }

  public String glyph() {
    return glyph;
  }

  /** The class the style sheet knows it by. */
  public String css() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public static Tone of(RunStatus status) {
    return switch (status) {
      case SUCCEEDED -> OK;
      case PARTIAL -> WARN;
      case FAILED -> BAD;
    };
  }

  public static Tone of(Level level) {
    return switch (level) {
      case ERROR -> BAD;
      case WARNING -> WARN;
      case NOTE -> INFO;
    };
  }

  public static Tone of(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> OK;
      case WARNED -> WARN;
      case FAILED -> BAD;
      case SKIPPED -> QUIET;
    };
  }
}
