package sluice.repair;

import java.util.List;
import sluice.lake.Zone;

/**
 * What was found of one object, and what became of it.
 *
 * @param key in the zone's bucket
 * @param deviations from what the contract, the manifest or the verdict says, each a clause that names the column or number
 * @param backup key of the original's copy in the validated zone's bucket; null where there is none
 * @param mend the line that mends what a repair must not touch; null where there is nothing to mend by hand
 */
public record Finding(Zone zone, String key, Status status, List<String> deviations, String backup, String mend) {
  public Finding {
    deviations = List.copyOf(deviations);
  }

  /** How an object stands. */
  public enum Status {
    GOOD,
    /** A repair would rewrite it. */
    DEVIATES,
    REWRITTEN,
    /** A repair must not or cannot mend it. */
    REPORTED
  }

  static Finding good(Zone zone, String key) {
    return new Finding(zone, key, Status.GOOD, List.of(), null, null);
  }

  static Finding reported(Zone zone, String key, List<String> deviations, String mend) {
    return new Finding(zone, key, Status.REPORTED, deviations, null, mend);
  }
}
