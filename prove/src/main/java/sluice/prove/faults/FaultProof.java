package sluice.prove.faults;

import java.io.IOException;
import java.nio.file.Path;
import sluice.prove.job.Site;

/** Everything that is tried on the main job: each call failing in each way, repeated and reordered events, replays. */
public final class FaultProof {
  private FaultProof() {}

  /** {@code folder} is a local folder; worlds come and go in it. */
  public static FaultReport of(Path folder) throws IOException {
    try (Site site = new Site()) {
      return new CallSweep(folder, site).sweep()
          .and(new EventSequences(folder, site).sweep())
          .and(new ReplaySequences(folder, site).sweep());
    }
  }
}
