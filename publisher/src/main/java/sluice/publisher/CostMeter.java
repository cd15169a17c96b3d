package sluice.publisher;

import sluice.lake.ledger.RunCosts;

/** Knows what an execution has used so far. */
@FunctionalInterface
public interface CostMeter {
  RunCosts of(String executionArn);
}
