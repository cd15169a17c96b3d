package sluice.validator.file.read;

import java.util.Objects;
import sluice.validator.Reason;

/**
 * What is wrong with one row.
 *
 * @param rule which promise is broken, such as {@code type int}
 * @param column the contract's column; empty where the row as a whole is at fault
 * @param detail for people; never the value of a column that the contract marks as personal
 */
public record Fault(Reason reason, String rule, String column, String detail) {
  public Fault {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(detail, "detail");
  }

  /** A fault of the row as a whole. */
  static Fault ofRow(Reason reason, String rule, String detail) {
    return new Fault(reason, rule, "", detail);
  }
}
