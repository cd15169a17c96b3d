package sluice.lake.aws;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts one AWS for all test classes of a JVM that want it, and ends it behind the last.
 *
 * <p>A condition and no assumption: a class whose assumption fails before its first test is missing in Surefire's
 * report, and nobody would learn that it was skipped.
 */
abstract class LocalAwsExtension implements ExecutionCondition, ParameterResolver {
  /** What was started. */
  interface Running extends AutoCloseable {
    LocalAws aws();
  }

  /** Why this machine cannot; nothing where it can. */
  abstract Optional<String> absence();

  abstract Running start();

  @Override
  public final ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    // Asked once for each class, not again for each of its tests.
    return context.getTestMethod().isPresent()
        ? ConditionEvaluationResult.enabled("its class is")
        : absence().map(ConditionEvaluationResult::disabled).orElseGet(() -> ConditionEvaluationResult.enabled("it can be started"));
  }

  @Override
  public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == LocalAws.class;
  }

  @Override
  public final LocalAws resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getRoot().getStore(Namespace.GLOBAL).getOrComputeIfAbsent(getClass(), first -> start(), Running.class).aws();
  }
}
