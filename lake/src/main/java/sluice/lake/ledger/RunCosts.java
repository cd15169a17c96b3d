package sluice.lake.ledger;

/**
 * What a run used of services that are paid by use, up to its record; inputs of a bill, no bill.
 *
 * @param transitions states entered, by which Standard workflows are paid
 * @param functionSeconds how long functions were waited for, over all their calls; their memory is in their configuration
 * @param buildSeconds how long the build was waited for
 */
public record RunCosts(long transitions, double functionSeconds, double buildSeconds) {}
