package sluice.validator.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Drift;
import sluice.lake.contract.Pii;
import sluice.lake.text.Utf8;
import sluice.validator.Reason;
import sluice.validator.Refusal;
import sluice.validator.file.read.Fault;
import sluice.validator.file.read.Fields;
import sluice.validator.file.rule.ColumnRule;

/** Asks every rule of a contract about a row, column by column, and does what the contract says about drift. */
final class RowRules {
  private static final int LONGEST_EXCERPT = 60;

  private final Contract contract;
  private final ColumnRule[] rules;
  private final boolean[] key;
  private final boolean[] found;
  private long judged;
  private boolean coerced;

  RowRules(Contract contract, Limits limits) {
    this.contract = contract;
    rules = contract.columns().stream()
        .map(column -> new ColumnRule(column, limits.longestValue(), limits.deepestNesting())).toArray(ColumnRule[]::new);
    key = new boolean[rules.length];
    contract.key().forEach(name -> key[contract.columnNames().indexOf(name)] = true);
    found = new boolean[rules.length];
  }

  /** The first fault of a row, or null; values that the contract wants coerced are null afterwards. */
  Fault judge(Fields row) throws Refusal, DriftStop {
    judged++;
    Fault first = null;
    for (int column = 0; column < rules.length; column++) {
      int length = row.length(column);
      found[column] |= length != Fields.ABSENT;
      if (first == null) {
        first = judge(row, column, length);
      }
    }
    return first == null && row.length(rules.length) >= 0 ? unlisted(row) : first;
  }

  /** Does to a row, which kept all rules before, what judging it did then. */
  void coerce(Fields row) throws Refusal, DriftStop {
    if (coerced) {
      judge(row);
    }
  }

  private Fault judge(Fields row, int column, int length) throws Refusal, DriftStop {
    if (length < 0) {
      return length == Fields.ABSENT ? absent(row, column) : missing(column);
    }
    if (row.isMisshapen(column)) {
      return misshapen(row, column);
    }
    Reason reason = rules[column].check(row.bytes(column), row.start(column), length);
    return reason == null ? null : broken(row, column, reason);
  }

  /** Columns that no row had, for formats whose rows name their own; none where no row could be read at all. */
  List<String> neverFound(Drift.Kind kind) {
    boolean required = kind == Drift.Kind.MISSING_REQUIRED_COLUMN;
    return IntStream.range(0, judged == 0 ? 0 : rules.length)
        .filter(column -> !found[column] && rules[column].column().required() == required)
        .mapToObj(column -> rules[column].column().header()).toList();
  }

  private Fault absent(Fields row, int column) {
    boolean required = rules[column].column().required();
    Drift.Action action = contract.drift().on(required ? Drift.Kind.MISSING_REQUIRED_COLUMN : Drift.Kind.MISSING_OPTIONAL_COLUMN);
    if (key[column]) {
      return missing(column);
    }
    return switch (action) {
      case ACCEPT, COERCE -> null;
      case QUARANTINE_ROW -> new Fault(required ? Reason.MISSING_REQUIRED_COLUMN : Reason.MISSING_OPTIONAL_COLUMN,
          required ? "required" : "optional", name(column), "the row has no " + rules[column].column().header());
      // The object has the column in other rows, or else it is refused at its end.
      case QUARANTINE_OBJECT, FAIL -> missing(column);
    };
  }

  private Fault missing(int column) {
    if (key[column]) {
      return new Fault(Reason.KEY_MISSING, "key", name(column), "the key's column " + name(column) + " has no value");
    }
    return rules[column].column().nullable() ? null
        : new Fault(Reason.VALUE_MISSING, "not null", name(column), "expected a value, found none");
  }

  private Fault misshapen(Fields row, int column) throws Refusal, DriftStop {
    String detail = "expected " + rules[column].column().type() + found(row, column);
    Fault fault = new Fault(Reason.STRUCTURAL_CHANGE, "structure", name(column), detail);
    return drift(row, column, Drift.Kind.STRUCTURAL_CHANGE, fault);
  }

  private Fault broken(Fields row, int column, Reason reason) throws Refusal, DriftStop {
    ColumnRule rule = rules[column];
    Fault fault = new Fault(reason, rule.name(reason), name(column), "expected " + rule.expected(reason) + found(row, column));
    boolean drift = reason == Reason.WRONG_TYPE || reason == Reason.NUMBER_TOO_BIG;
    return drift ? drift(row, column, Drift.Kind.TYPE_CHANGE, fault) : fault;
  }

  private Fault drift(Fields row, int column, Drift.Kind kind, Fault fault) throws Refusal, DriftStop {
    Drift.Action action = contract.drift().on(kind);
    ColumnMap.actOn(action, fault.reason(), "row " + row.number() + ", column " + name(column) + ": " + fault.detail());
    return switch (action) {
      case ACCEPT -> null;
      case COERCE -> {
        coerced = true;
        row.setNull(column);
        yield missing(column);
      }
      case QUARANTINE_ROW, QUARANTINE_OBJECT, FAIL -> fault;
    };
  }

  private Fault unlisted(Fields row) throws Refusal, DriftStop {
    Drift.Action action = contract.drift().on(Drift.Kind.NEW_COLUMN);
    String detail = "the contract does not list all fields of the row";
    ColumnMap.actOn(action, Reason.NEW_COLUMN, "row " + row.number() + ": " + detail);
    return action == Drift.Action.QUARANTINE_ROW ? new Fault(Reason.NEW_COLUMN, "columns", "", detail) : null;
  }

  private String name(int column) {
    return rules[column].column().name();
  }

  /** The value's beginning, unless it is personal: details are shown in places where the raw text is not. */
  private String found(Fields row, int column) {
    if (rules[column].column().pii() != Pii.KEEP) {
      return "";
    }
    int length = Math.min(row.length(column), LONGEST_EXCERPT);
    boolean text = Utf8.fault(row.bytes(column), row.start(column), row.start(column) + row.length(column)) < 0;
    String excerpt = text ? new String(row.bytes(column), row.start(column), length, StandardCharsets.UTF_8) : "bytes that are no text";
    return ", found \"" + excerpt + (length < row.length(column) ? "…" : "") + "\"";
  }
}
