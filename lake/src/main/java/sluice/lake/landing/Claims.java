package sluice.lake.landing;

import java.util.Optional;
import sluice.lake.RunId;

/** Which run works on a landed object version; a claim is never given up, so that a late event cannot start a second run. */
public interface Claims {
  /** @return the run that has the claim now: {@code mine}, or the one that was faster */
  RunId claim(LandedObject object, RunId mine);

  Optional<RunId> of(LandedObject object);
}
