package sluice.lake;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** One of the two databases that builds take turns with: readers see one of them, dbt builds into the other. */
public enum Slot {
  BLUE,
  GREEN;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String database() {
    return "sluice_" + word();
  }

  public Slot other() {
    return this == BLUE ? GREEN : BLUE;
  }

  @JsonCreator
  public static Slot of(String word) {
    for (Slot slot : values()) {
      if (slot.word().equals(word)) {
        return slot;
      }
    }
    throw new IllegalArgumentException("not a slot: expected blue or green, found " + word);
  }
}
