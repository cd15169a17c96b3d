package sluice.validator;

import sluice.lake.PartitionKey;
import sluice.lake.Zone;
import sluice.lake.manifest.Part;

/** One object of a run as its manifest promises it. */
record RawPart(PartitionKey partition, Part promised) {
  /** The same file name in the validated zone: a retry meets its own object. */
  String validatedKey() {
    String key = promised.key();
    return partition.object(Zone.VALIDATED, key.substring(key.lastIndexOf('/') + 1));
  }
}
