package sluice.quality.sql;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import sluice.quality.dqdl.RefusedRuleException;
import sluice.quality.dqdl.RuleCode;
import software.amazon.glue.dqdl.model.condition.date.DateBasedCondition;
import software.amazon.glue.dqdl.model.condition.date.DateExpression;
import software.amazon.glue.dqdl.model.condition.date.NullDateExpression;
import software.amazon.glue.dqdl.model.condition.duration.Duration;
import software.amazon.glue.dqdl.model.condition.number.NullNumericOperand;
import software.amazon.glue.dqdl.model.condition.number.NumberBasedCondition;
import software.amazon.glue.dqdl.model.condition.string.KeywordStringOperand;
import software.amazon.glue.dqdl.model.condition.string.QuotedStringOperand;
import software.amazon.glue.dqdl.model.condition.string.StringBasedCondition;
import software.amazon.glue.dqdl.model.condition.string.StringOperand;

/** Reads the parser's conditions on values, of which there is a class for each type of value. */
final class Comparisons {
  private Comparisons() {}

  static Comparison ofNumbers(NumberBasedCondition condition) {
    List<String> literals = condition.getOperands().stream()
        .filter(operand -> !(operand instanceof NullNumericOperand))
        .map(NumberTest::number).map(Sql::number).toList();
    boolean withNull = literals.size() < condition.getOperands().size();
    return new Comparison(Operator.of(condition.getOperator()), literals, withNull ? Set.of(Comparison.Special.NULL) : Set.of(),
        condition.getFormattedCondition());
  }

  static Comparison ofDates(DateBasedCondition condition, Instant now) {
    List<String> literals = condition.getOperands().stream()
        .filter(operand -> !(operand instanceof NullDateExpression))
        .map(operand -> Sql.moment(moment(operand, now))).toList();
    boolean withNull = literals.size() < condition.getOperands().size();
    return new Comparison(Operator.of(condition.getOperator()), literals, withNull ? Set.of(Comparison.Special.NULL) : Set.of(),
        condition.getFormattedCondition());
  }

  static Comparison ofTexts(StringBasedCondition condition) {
    Operator operator = Operator.of(condition.getOperator());
    boolean pattern = operator == Operator.MATCHES || operator == Operator.NOT_MATCHES;
    List<String> literals = condition.getOperands().stream()
        .filter(QuotedStringOperand.class::isInstance)
        .map(StringOperand::getOperand).map(SqlFragment::unescaped)
        .map(text -> Sql.text(pattern ? whole(text) : text)).toList();
    Set<Comparison.Special> specials = EnumSet.noneOf(Comparison.Special.class);
    condition.getOperands().stream()
        .filter(KeywordStringOperand.class::isInstance)
        .forEach(keyword -> specials.add(Comparison.Special.valueOf(keyword.getOperand())));
    return new Comparison(operator, literals, specials, condition.getFormattedCondition());
  }

  private static Instant moment(DateExpression date, Instant now) {
    if (date instanceof DateExpression.CurrentDate) {
      return now;
    }
    if (date instanceof DateExpression.CurrentDateExpression shifted) {
      return switch (shifted.getOperator()) {
        case MINUS -> now.minus(length(shifted.getDuration()));
        case PLUS -> now.plus(length(shifted.getDuration()));
      };
    }
    if (date instanceof DateExpression.StaticDate) {
      LocalDateTime midnight = date.getEvaluatedExpression();
      return midnight.toInstant(ZoneOffset.UTC);
    }
    throw RefusedRuleException.of(RuleCode.UNSUPPORTED_CONDITION, "a time of day means another moment on each day", "a date or now()",
        date.getFormattedExpression(), "write \"2026-11-21\" or (now() - 3 hours)");
  }

  static java.time.Duration length(Duration duration) {
    return switch (duration.getUnit()) {
      case MINUTES -> java.time.Duration.ofMinutes(duration.getAmount());
      case HOURS -> java.time.Duration.ofHours(duration.getAmount());
      case DAYS -> java.time.Duration.ofDays(duration.getAmount());
    };
  }

  /** The whole text of a value has to match, as with a contract's pattern. */
  private static String whole(String pattern) {
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException wrong) {
      throw RefusedRuleException.of(RuleCode.UNSUPPORTED_CONDITION, "not a regular expression: " + wrong.getDescription(),
          "an expression of java.util.regex", pattern, "try the expression by itself");
    }
    return "\\A(?:" + pattern + ")\\z";
  }
}
