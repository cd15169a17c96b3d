package sluice.lake.contract;

import java.util.EnumMap;
import java.util.Map;

/** What is done when an object differs from its contract, by the kind of difference; every kind has an action. */
public record Drift(Map<Kind, Action> actions) {
  /** How an object can differ from its contract. */
  public enum Kind {
    NEW_COLUMN,
    MISSING_OPTIONAL_COLUMN,
    MISSING_REQUIRED_COLUMN,
    /** A value that the column's logical type cannot hold. */
    TYPE_CHANGE,
    /** An object or array where a plain value belongs, or the other way round. */
    STRUCTURAL_CHANGE
  }

  /** What can be done about it. */
  public enum Action {
    /** The row passes with its raw text; what has no column is kept in {@value Contract#UNLISTED}. */
    ACCEPT,
    /** The row passes and the value becomes null where its text cannot be read as the type. */
    COERCE,
    QUARANTINE_ROW,
    QUARANTINE_OBJECT,
    /** The run ends: somebody has to look before anything flows on. */
    FAIL
  }

  /** What a contract without a word on drift means: nothing is lost, and nothing wrong flows on. */
  public static final Drift STANDARD = new Drift(Map.of(
      Kind.NEW_COLUMN, Action.ACCEPT,
      Kind.MISSING_OPTIONAL_COLUMN, Action.ACCEPT,
      Kind.MISSING_REQUIRED_COLUMN, Action.QUARANTINE_OBJECT,
      Kind.TYPE_CHANGE, Action.QUARANTINE_ROW,
      Kind.STRUCTURAL_CHANGE, Action.QUARANTINE_ROW));

  public Drift {
    EnumMap<Kind, Action> all = new EnumMap<>(actions);
    for (Kind kind : Kind.values()) {
      if (!all.containsKey(kind)) {
        throw new IllegalArgumentException("no action for " + kind);
      }
    }
    actions = java.util.Collections.unmodifiableMap(all);
  }

  public Action on(Kind kind) {
    return actions.get(kind);
  }
}
