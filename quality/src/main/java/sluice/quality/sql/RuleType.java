package sluice.quality.sql;

import software.amazon.glue.dqdl.model.DQRule;

/** Compiles the rules of one type; refuses those that could not be evaluated. */
@FunctionalInterface
interface RuleType {
  Check compile(DQRule rule, Scope scope);
}
