package sluice.quality.sql;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.glue.dqdl.model.DQRule;
import software.amazon.glue.dqdl.model.DQRuleLogicalOperator;

/** A rule, single or composite, that can be evaluated. */
public sealed interface CompiledRule {
  /** Refuses a rule that could not be evaluated, with {@link sluice.quality.dqdl.RefusedRuleException}. */
  static CompiledRule of(DQRule rule, Scope scope) {
    if (rule.getNestedRules() == null || rule.getNestedRules().isEmpty()) {
      return new Single(rule.toString(), RuleTypes.compile(rule, scope));
    }
    return new Composite(rule.getOperator(), rule.getNestedRules().stream().map(nested -> of(nested, scope)).toList());
  }

  /** What is measured, in Glue's words. */
  String metric();

  /** What was asked for, in DQDL's words. */
  String expected();

  /** Judges the values that {@link TableQuery} found for the checks. */
  Finding judge(TableQuery.Values values);

  Stream<Check> checks();

  /** One rule of DQDL. */
  record Single(String text, Check check) implements CompiledRule {
    @Override
    public String metric() {
      return check.metric();
    }

    @Override
    public String expected() {
      return check.judgement().expected();
    }

    @Override
    public Finding judge(TableQuery.Values values) {
      return check.judgement().of(values.of(check));
    }

    @Override
    public Stream<Check> checks() {
      return Stream.of(check);
    }
  }

  /** Rules joined by one operator. Each is judged over the whole table, as Glue does unless told otherwise. */
  record Composite(DQRuleLogicalOperator operator, List<CompiledRule> rules) implements CompiledRule {
    @Override
    public String metric() {
      return "Composite";
    }

    @Override
    public String expected() {
      return rules.stream().map(rule -> rule instanceof Single single ? single.text() : "(" + rule.expected() + ")")
          .collect(Collectors.joining(" " + operator.name().toLowerCase(Locale.ROOT) + " "));
    }

    @Override
    public Finding judge(TableQuery.Values values) {
      List<Finding> findings = rules.stream().map(rule -> rule.judge(values)).toList();
      String actual = findings.stream().map(finding -> finding.outcome().word() + " (" + finding.actual() + ")").collect(Collectors.joining(", "));
      return new Finding(outcome(findings.stream().map(Finding::outcome).toList()), actual, null,
          findings.stream().map(Finding::sample).filter(Objects::nonNull).findFirst().orElse(null));
    }

    // One rule that could not be evaluated leaves the whole undecided, even beside an "or": nobody would ever mend it else.
    private Outcome outcome(List<Outcome> outcomes) {
      if (outcomes.contains(Outcome.ERROR)) {
        return Outcome.ERROR;
      }
      return Outcome.of(switch (operator) {
        case AND -> !outcomes.contains(Outcome.FAILED);
        case OR -> outcomes.contains(Outcome.PASSED);
      });
    }

    @Override
    public Stream<Check> checks() {
      return rules.stream().flatMap(CompiledRule::checks);
    }
  }
}
