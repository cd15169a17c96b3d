package sluice.quality.sql;

import java.math.BigDecimal;
import java.util.List;
import sluice.quality.dqdl.RefusedRuleException;
import sluice.quality.dqdl.RuleCode;
import software.amazon.glue.dqdl.model.condition.Condition;
import software.amazon.glue.dqdl.model.condition.number.AtomicNumberOperand;
import software.amazon.glue.dqdl.model.condition.number.NumberBasedCondition;
import software.amazon.glue.dqdl.model.condition.number.NumericOperand;

/** A condition on a number that was measured. Between leaves its bounds out and not between too, as in Glue. */
record NumberTest(Operator operator, List<BigDecimal> numbers, String text) {
  /** What a rule without a threshold asks for. */
  static final NumberTest EVERY_ROW = new NumberTest(Operator.EQUALS, List.of(BigDecimal.ONE), "= 1");

  static NumberTest of(Condition condition) {
    if (!(condition instanceof NumberBasedCondition numeric)) {
      throw RefusedRuleException.of(RuleCode.UNSUPPORTED_CONDITION, "the condition is not about a number", "such as > 0",
          condition.getFormattedCondition(), "compare with a number");
    }
    return new NumberTest(Operator.of(numeric.getOperator()), numeric.getOperands().stream().map(NumberTest::number).toList(),
        numeric.getFormattedCondition());
  }

  /** A condition on a share of rows. A share above 1 would be a percentage that was meant, and a rule that never passes. */
  static NumberTest ofShare(Condition condition) {
    NumberTest test = of(condition);
    if (test.numbers.stream().anyMatch(number -> number.signum() < 0 || number.compareTo(BigDecimal.ONE) > 0)) {
      throw RefusedRuleException.of(RuleCode.UNSUPPORTED_CONDITION, "the condition is on a share of the rows", "numbers from 0 to 1",
          test.text, "write 0.95 for 95 percent");
    }
    return test;
  }

  static BigDecimal number(NumericOperand operand) {
    if (operand instanceof AtomicNumberOperand) {
      return new BigDecimal(operand.getOperand());
    }
    throw RefusedRuleException.of(RuleCode.UNSUPPORTED_CONDITION, "only plain numbers can be evaluated here", "a number",
        operand.toString(), "write the number itself");
  }

  boolean holds(BigDecimal measured) {
    return switch (operator) {
      case BETWEEN -> compare(measured, 0) > 0 && compare(measured, 1) < 0;
      case NOT_BETWEEN -> compare(measured, 0) < 0 || compare(measured, 1) > 0;
      case GREATER_THAN -> compare(measured, 0) > 0;
      case GREATER_THAN_EQUAL_TO -> compare(measured, 0) >= 0;
      case LESS_THAN -> compare(measured, 0) < 0;
      case LESS_THAN_EQUAL_TO -> compare(measured, 0) <= 0;
      case EQUALS, IN -> isOneOf(measured);
      case NOT_EQUALS, NOT_IN -> !isOneOf(measured);
      case MATCHES, NOT_MATCHES -> throw new IllegalStateException("a number is never matched");
    };
  }

  private boolean isOneOf(BigDecimal measured) {
    return numbers.stream().anyMatch(number -> number.compareTo(measured) == 0);
  }

  private int compare(BigDecimal measured, int with) {
    return measured.compareTo(numbers.get(with));
  }
}
