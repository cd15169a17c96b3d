package sluice.intake;

import java.util.Optional;
import java.util.function.Consumer;

/** The landing bucket as it is now, with every version that producers wrote and nobody deleted. */
interface LandingVersions {
  /** Nothing where the version was deleted, or is itself a deletion. */
  Optional<LandedVersion> find(ObjectVersion version);

  /** Hands over every version once, in the order of the store; deletions are left out. */
  void each(Consumer<LandedVersion> visitor);
}
