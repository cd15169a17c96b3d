package sluice.intake;

/**
 * What a sweep came to.
 *
 * @param found object versions of the given age that no run has claimed, those that are refused each time included
 * @param started runs started for them
 */
record SweepAnswer(int found, int started) {}
