package sluice.replay;

import sluice.lake.PartitionKey;

/** One part of a raw manifest. */
record RawObject(PartitionKey partition, int part, String key) {
  String manifest() {
    return partition.manifest();
  }
}
