package sluice.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import sluice.lake.DatasetName;
import sluice.lake.PartitionKey;
import sluice.lake.Zone;
import sluice.lake.landing.BatchObject;
import sluice.lake.landing.LandedBatch;
import sluice.lake.landing.LandedObject;
import sluice.lake.RunId;
import sluice.lake.manifest.Manifest;
import sluice.lake.manifest.Part;
import sluice.lake.store.MissingObjectException;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;

/** What the manifests in the raw zone name, each read once; an object that is in none does not exist. */
final class RawManifests {
  private final ObjectStore store;
  private final String bucket;
  private final Map<PartitionKey, List<Part>> parts = new HashMap<>();

  RawManifests(ObjectStore store, String bucket) {
    this.store = store;
    this.bucket = bucket;
  }

  List<RawObject> ofDate(DatasetName dataset, LocalDate date) {
    String prefix = Zone.RAW.prefix() + dataset + "/ingest_date=" + date + "/";
    return store.list(bucket, prefix).stream()
        .flatMap(ref -> PartitionKey.of(ref.key()).filter(partition -> partition.manifest().equals(ref.key())).stream())
        .flatMap(partition -> parts(partition).stream().map(part -> new RawObject(partition, part.index(), part.key())))
        .toList();
  }

  Optional<RawObject> ofKey(PartitionKey partition, String key) {
    return find(partition, part -> part.key().equals(key));
  }

  /** By the batch of the run that took the landed version in, as that knows its date. */
  Optional<RawObject> ofLanded(LandedObject object, RunId claimedBy) {
    return read(LandedBatch.key(claimedBy)).map(LandedBatch::fromJson).stream()
        .flatMap(batch -> batch.objects().stream()).filter(its -> its.object().equals(object)).map(BatchObject::ingestDate)
        .map(date -> new PartitionKey(object.dataset(), date, claimedBy))
        .flatMap(partition -> find(partition, part -> object.uri().equals(part.origin())).stream())
        .findFirst();
  }

  private Optional<RawObject> find(PartitionKey partition, Predicate<Part> wanted) {
    return parts(partition).stream().filter(wanted).map(part -> new RawObject(partition, part.index(), part.key())).findFirst();
  }

  private List<Part> parts(PartitionKey partition) {
    return parts.computeIfAbsent(partition, of -> read(of.manifest()).map(json -> Manifest.fromJson(json).parts()).orElse(List.of()));
  }

  private Optional<byte[]> read(String key) {
    ObjectRef place = new ObjectRef(bucket, key);
    try (InputStream in = store.open(place)) {
      return Optional.of(in.readAllBytes());
    } catch (MissingObjectException absent) {
      return Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + place.uri(), broken);
    }
  }
}
