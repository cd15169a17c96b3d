package sluice.intake;

import java.time.Instant;

/** An object version that is there, and when the store says it was written; that never changes. */
record LandedVersion(ObjectVersion version, Instant landedAt) {}
