package sluice.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sluice.lake.PartitionKey;
import sluice.lake.event.EventLog;
import sluice.lake.event.EventName;
import sluice.lake.landing.BatchObject;
import sluice.lake.landing.Claims;
import sluice.lake.landing.LandedBatch;
import sluice.lake.manifest.Manifest;
import sluice.lake.manifest.Part;
import sluice.lake.store.ConflictException;
import sluice.lake.store.MissingObjectException;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;

/**
 * Brings a batch into the raw zone as an extraction would: its objects first, then a manifest per dataset and day.
 *
 * <p>Repeating it adds nothing: what is copied is kept, and a manifest that is there is the answer.
 */
final class Receive {
  private static final Comparator<PartitionKey> BY_DATASET_AND_DAY =
      Comparator.comparing(PartitionKey::dataset).thenComparing(PartitionKey::ingestDate);

  private final ObjectStore store;
  private final String rawBucket;
  private final Claims claims;
  private final RawCopies copies;
  private final Refusals refusals;
  private final EventLog log;

  Receive(ObjectStore store, String rawBucket, Claims claims, RawCopies copies, Refusals refusals, EventLog log) {
    this.store = store;
    this.rawBucket = rawBucket;
    this.claims = claims;
    this.copies = copies;
    this.refusals = refusals;
    this.log = log;
  }

  ReceiveAnswer receive(ReceiveEvent event) {
    LandedBatch batch = batch(event.batch());
    List<ReceiveAnswer.Received> manifests = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    mine(batch).forEach((partition, objects) -> {
      EventLog known = log.about(Map.of("runId", event.runId(), "dataset", partition.dataset()));
      Optional<Manifest> manifest = manifest(partition, objects, known);
      manifest.ifPresent(named -> manifests.add(new ReceiveAnswer.Received(
          partition.dataset(), partition.manifest(), named.parts().size(), partition.ingestDate())));
      missing.addAll(missing(objects, manifest));
    });
    return new ReceiveAnswer(manifests, missing);
  }

  private LandedBatch batch(String key) {
    ObjectRef place = new ObjectRef(rawBucket, key);
    LandedBatch batch = LandedBatch.fromJson(
        read(place).orElseThrow(() -> new IllegalArgumentException("no batch at " + place.uri() + "; expected one that the intake wrote")));
    if (!LandedBatch.key(batch.runId()).equals(key)) {
      throw new IllegalArgumentException("not the batch's own key: expected " + LandedBatch.key(batch.runId()) + ", found " + key);
    }
    return batch;
  }

  /**
   * What this batch's run works on. A version without a claim is claimed here: its intake was cut off or is still about to
   * claim it, and a claim after this look would belong to a run that has passed it over.
   */
  private Map<PartitionKey, List<BatchObject>> mine(LandedBatch batch) {
    Map<PartitionKey, List<BatchObject>> mine = new TreeMap<>(BY_DATASET_AND_DAY);
    for (BatchObject object : batch.objects()) {
      if (claims.claim(object.object(), batch.runId()).equals(batch.runId())) {
        PartitionKey partition = new PartitionKey(object.dataset(), object.ingestDate(), batch.runId());
        mine.computeIfAbsent(partition, none -> new ArrayList<>()).add(object);
      }
    }
    return mine;
  }

  /** Nothing where no version is left; an empty manifest would tell the gate of an extraction that brought nothing. */
  private Optional<Manifest> manifest(PartitionKey partition, List<BatchObject> objects, EventLog known) {
    ObjectRef place = new ObjectRef(rawBucket, partition.manifest());
    Optional<Manifest> before = read(place).map(Manifest::fromJson);
    return before.isPresent() ? before : bring(partition, objects, place, known);
  }

  private Optional<Manifest> bring(PartitionKey partition, List<BatchObject> objects, ObjectRef place, EventLog known) {
    List<Part> parts = new ArrayList<>();
    Instant newest = Instant.MIN;
    for (BatchObject object : objects) {
      Optional<Part> part = copies.copy(object, partition, parts.size());
      if (part.isPresent()) {
        parts.add(part.get());
        newest = object.landedAt().isAfter(newest) ? object.landedAt() : newest;
        known.happened(EventName.OBJECT_RECEIVED,
            Map.of("sourceObject", part.get().origin(), "rawKey", part.get().key(), "bytes", part.get().bytes()));
      }
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    // No clock: the same objects give the same bytes, and a second attempt recognises its own manifest.
    Manifest manifest = new Manifest(Manifest.FORMAT, partition.dataset().value(), partition.runId().value(),
        partition.ingestDate().toString(), newest.toString(), parts, 0, null);
    Manifest kept = Manifest.fromJson(create(place, manifest.toJson()));
    known.happened(EventName.MANIFEST_WRITTEN, Map.of("sourceObject", place.key(), "parts", kept.parts().size()));
    return Optional.of(kept);
  }

  private List<String> missing(List<BatchObject> objects, Optional<Manifest> manifest) {
    Set<String> there = new HashSet<>();
    manifest.ifPresent(named -> named.parts().forEach(part -> there.add(part.origin())));
    List<BatchObject> gone = objects.stream().filter(object -> !there.contains(object.object().uri())).toList();
    gone.forEach(object ->
        refusals.refuse(new ObjectVersion(object.bucket(), object.key(), object.versionId()), Refusal.VERSION_GONE));
    return gone.stream().map(object -> object.object().uri()).toList();
  }

  /** Creates the manifest, or gives the one of an attempt that ran beside and found another version gone. */
  private byte[] create(ObjectRef place, byte[] bytes) {
    try {
      store.putIfAbsent(place, bytes, Map.of());
      return bytes;
    } catch (ConflictException otherAttemptWasFirst) {
      return read(place).orElseThrow(() -> otherAttemptWasFirst);
    }
  }

  private Optional<byte[]> read(ObjectRef place) {
    try (InputStream in = store.open(place)) {
      return Optional.of(in.readAllBytes());
    } catch (MissingObjectException absent) {
      return Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + place.uri(), broken);
    }
  }
}
