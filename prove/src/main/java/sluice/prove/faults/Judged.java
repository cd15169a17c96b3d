package sluice.prove.faults;

import java.util.Optional;
import sluice.prove.job.JobWorld;
import sluice.prove.job.Promises;

/** What was judged in a world, and the promise that is broken in it, if one is. */
record Judged(Promises.Sums sums, Optional<String> broken) {
  static Judged in(JobWorld world) {
    Promises promises = new Promises(world);
    return new Judged(promises.sums(), promises.brokenWhenJudged());
  }

  /** What is wrong with the other, whose world had the same files; nothing where all is well. */
  Optional<String> differenceTo(Judged other) {
    return other.broken.or(() -> sums.equals(other.sums) ? Optional.empty() : Optional.of("expected " + sums + ", found " + other.sums));
  }
}
