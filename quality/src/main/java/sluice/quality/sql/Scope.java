package sluice.quality.sql;

import java.time.Instant;
import java.util.Collection;
import sluice.lake.problem.Nearest;
import sluice.quality.dqdl.RefusedRuleException;
import sluice.quality.dqdl.RuleCode;

/**
 * What the names in a table's rules stand for.
 *
 * @param now what {@code now()} means: the start of the run, so that a repeated check gives the same answer
 */
public record Scope(TableColumns columns, References references, Instant now) {
  TableColumn column(String name) {
    return column(columns, name);
  }

  static TableColumn column(TableColumns columns, String name) {
    return columns.find(name).orElseThrow(() -> RefusedRuleException.of(RuleCode.UNKNOWN_COLUMN,
        "there is no column \"" + name + "\"" + meant(name, columns.names()), "one of " + String.join(", ", columns.names()), name,
        "name a column that the table has"));
  }

  References.Reference reference(String name) {
    return references.find(name).orElseThrow(() -> RefusedRuleException.of(RuleCode.UNKNOWN_REFERENCE,
        "there is no table \"" + name + "\"" + meant(name, references.names()), "one of " + String.join(", ", references.names()), name,
        "name another table of the same database"));
  }

  private static String meant(String name, Collection<String> known) {
    return Nearest.to(name, known).map(near -> "; did you mean \"" + near + "\"?").orElse("");
  }
}
