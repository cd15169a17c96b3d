package sluice.lake.ledger;

/** How many quality rules were asked after a build, and what they said; a warned one let the run go on. */
public record QualityCounts(int checked, int passed, int failed, int warned) {}
