package sluice.quarantine;

import java.util.Map;
import sluice.lake.Buckets;
import sluice.lake.PartitionKey;
import sluice.lake.Zone;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;
import sluice.lake.store.StoredObject;

/** Keeps a whole refused object with its reason beside it; raw stays as it is, and a repeated call adds nothing. */
public final class Quarantine {
  private final ObjectStore store;
  private final Buckets buckets;

  public Quarantine(ObjectStore store, Buckets buckets) {
    this.store = store;
    this.buckets = buckets;
  }

  public QuarantineAnswer keep(QuarantineEvent refused) {
    PartitionKey partition = new PartitionKey(refused.dataset(), refused.ingestDate(), refused.runId());
    if (!refused.object().startsWith(partition.prefix(Zone.RAW))) {
      throw new IllegalArgumentException(
          "not this run's object: expected a key under " + partition.prefix(Zone.RAW) + ", found " + refused.object());
    }
    ObjectRef raw = new ObjectRef(buckets.of(Zone.RAW), refused.object());
    String key = partition.object(Zone.QUARANTINE, refused.object().substring(refused.object().lastIndexOf('/') + 1));
    ObjectRef kept = new ObjectRef(buckets.of(Zone.QUARANTINE), key);
    String version = store.head(raw).map(StoredObject::versionId).orElse("");
    // The object first: a reason without its object would send somebody looking for nothing.
    store.copyIfAbsent(raw, kept, Map.of("reason", refused.reason()));
    store.putIfAbsent(new ObjectRef(kept.bucket(), key + ".reason.json"),
        ReasonNote.of(refused, raw.uri(), version).toJson(), Map.of());
    return new QuarantineAnswer(
        refused.dataset(), refused.part(), refused.verdict(), refused.object(), refused.reason(), key);
  }
}
