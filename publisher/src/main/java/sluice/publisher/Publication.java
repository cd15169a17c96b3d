package sluice.publisher;

import java.util.Locale;
import sluice.lake.RunId;
import sluice.lake.Slot;

/** Which slot readers see, or are just being moved to. */
public record Publication(Slot slot, RunId runId, State state) {
  /** How far the move has come. */
  public enum State {
    /** Some views may still show the other slot. */
    PUBLISHING,
    PUBLISHED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  Publication finished() {
    return new Publication(slot, runId, State.PUBLISHED);
  }
}
