package sluice.validator;

import sluice.lake.PartitionKey;
import sluice.lake.Zone;
import sluice.lake.manifest.Manifest;
import sluice.lake.manifest.Part;

/**
 * One object to judge, and the keys of everything that the gate makes of it: pure functions of the object and its
 * contract's version, so that a repeated call meets its own files.
 *
 * @param part null for a manifest that names no part, which is judged itself
 */
record RawObject(PartitionKey partition, Manifest manifest, Part part) {
  String key() {
    return part == null ? partition.manifest() : part.key();
  }

  String fileName() {
    return key().substring(key().lastIndexOf('/') + 1);
  }

  boolean landed() {
    return part != null && part.origin() != null;
  }

  String validated(int contractVersion) {
    return partition.object(Zone.VALIDATED, stem(contractVersion) + ".parquet");
  }

  /** The sequence is part of the name: an attempt that lost the race to commit leaves a file that nobody reads. */
  String fingerprints(int contractVersion, long sequence) {
    return "fingerprints/" + partition.dataset() + "/ingest_date=" + partition.ingestDate() + "/run_id=" + partition.runId() + "/"
        + stem(contractVersion) + "-" + sequence + ".bin";
  }

  String entries(int contractVersion) {
    return Zone.QUARANTINE.prefix() + "entries/" + tail() + stem(contractVersion) + ".parquet";
  }

  String kept() {
    return Zone.QUARANTINE.prefix() + "objects/" + tail() + fileName();
  }

  private String tail() {
    return partition.dataset() + "/ingest_date=" + partition.ingestDate() + "/run_id=" + partition.runId() + "/";
  }

  private String stem(int contractVersion) {
    return fileName().replaceFirst("\\.parquet$", "") + "-c" + contractVersion;
  }
}
