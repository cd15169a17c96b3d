package sluice.lake.contract;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is done when an object differs from its contract, by the kind of difference; every kind has an action. */
public record Drift(Map<Kind, Action> actions) {
  /** How an object can differ from its contract. */
  public enum Kind {
    /** There is no value of a type that could be coerced. */
    NEW_COLUMN(Action.ACCEPT, Action.QUARANTINE_ROW, Action.QUARANTINE_OBJECT, Action.FAIL),
    /** What is missing is missing in every row. */
    MISSING_OPTIONAL_COLUMN(Action.ACCEPT, Action.QUARANTINE_OBJECT, Action.FAIL),
    /** As above; and what may be missing is not required. */
    MISSING_REQUIRED_COLUMN(Action.QUARANTINE_OBJECT, Action.FAIL),
    /** A value that the column's logical type cannot hold. */
    TYPE_CHANGE(Action.values()),
    /** An object or array where a plain value belongs, or the other way round. */
    STRUCTURAL_CHANGE(Action.values());

    private final List<Action> possible;

    Kind(Action... possible) {
      this.possible = List.of(possible);
    }

    /** The actions that make sense for it, the mildest first. */
    public List<Action> possible() {
      return possible;
    }
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
    EnumMap<Kind, Action> all = new EnumMap<>(Kind.class);
    all.putAll(actions);
    for (Kind kind : Kind.values()) {
      Action action = all.get(kind);
      if (action == null || !kind.possible().contains(action)) {
        throw new IllegalArgumentException("expected one of " + kind.possible() + " on " + kind + ", found " + action);
      }
    }
    actions = Collections.unmodifiableMap(all);
  }

  public Action on(Kind kind) {
    return actions.get(kind);
  }
}
