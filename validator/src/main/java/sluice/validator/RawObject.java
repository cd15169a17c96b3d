package sluice.validator;

import java.time.Instant;
import sluice.lake.PartitionKey;
import sluice.lake.Zone;
import sluice.lake.manifest.Manifest;
import sluice.lake.manifest.Part;
import sluice.lake.store.ObjectRef;
import sluice.validator.file.Origin;

/**
 * One object to judge, and the keys of everything that the gate makes of it: pure functions of the object and its
 * contract's version, so that a repeated call meets its own files.
 *
 * @param part null for a manifest that names no part, which is judged itself
 */
record RawObject(PartitionKey partition, Manifest manifest, Part part) {
  private static final String VERSION = "?versionId=";

  String key() {
    return part == null ? partition.manifest() : part.key();
  }

  String fileName() {
    return key().substring(key().lastIndexOf('/') + 1);
  }

  boolean landed() {
    return part != null && part.origin() != null;
  }

  /** What the rows are led back to is what people know: the file that was dropped, or the raw object where there is none. */
  Origin origin(ObjectRef raw, String version) {
    String run = partition.runId().value();
    Instant startedAt = Instant.parse(manifest.startedAt());
    if (!landed()) {
      return new Origin(run, startedAt, raw.uri(), version);
    }
    int query = part.origin().lastIndexOf(VERSION);
    return query < 0
        ? new Origin(run, startedAt, part.origin(), "")
        : new Origin(run, startedAt, part.origin().substring(0, query), part.origin().substring(query + VERSION.length()));
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
