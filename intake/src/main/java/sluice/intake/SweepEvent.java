package sluice.intake;

/** A schedule's call; it says nothing. */
record SweepEvent() {}
