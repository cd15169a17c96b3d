package sluice.validator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.lake.Buckets;
import sluice.lake.PartitionKey;
import sluice.lake.Zone;
import sluice.lake.json.Json;
import sluice.lake.manifest.Manifest;
import sluice.lake.manifest.ManifestException;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;

/** The objects that a run has to judge, in one order that never changes. */
final class WorkList {
  /** Stands for a manifest that names no part. */
  static final int WHOLE_MANIFEST = -1;

  private final ObjectStore store;
  private final Buckets buckets;
  private final ManifestReader manifests;
  private final Map<String, Manifest> read = new HashMap<>();

  WorkList(ObjectStore store, Buckets buckets) {
    this.store = store;
    this.buckets = buckets;
    this.manifests = new ManifestReader(store, buckets.of(Zone.RAW));
  }

  /** One part of a manifest, or {@link #WHOLE_MANIFEST}. */
  record Item(String manifest, int part) {}

  List<Item> of(ValidateEvent event) throws IOException {
    List<Item> items = new ArrayList<>();
    if (event.plan() != null) {
      for (JsonNode object : plan(event.plan()).path("objects")) {
        object.path("parts").forEach(part -> items.add(new Item(object.path("manifest").asText(), part.asInt())));
      }
      return items;
    }
    for (ValidateEvent.ManifestParts manifest : event.manifests()) {
      if (manifest.parts() == 0) {
        items.add(new Item(manifest.manifest(), WHOLE_MANIFEST));
      }
      for (int part = 0; part < manifest.parts(); part++) {
        items.add(new Item(manifest.manifest(), part));
      }
    }
    return items;
  }

  /** What the item is in the store. */
  RawObject open(ValidateEvent event, Item item) throws IOException {
    PartitionKey partition = PartitionKey.of(item.manifest())
        .filter(found -> found.dataset().equals(event.dataset()))
        .orElseThrow(() -> new ManifestException("expected a manifest of " + event.dataset() + ", found " + item.manifest()));
    Manifest manifest = read.get(item.manifest());
    if (manifest == null) {
      manifest = manifests.read(partition, item.manifest());
      read.put(item.manifest(), manifest);
    }
    if (item.part() == WHOLE_MANIFEST && manifest.parts().isEmpty()) {
      return new RawObject(partition, manifest, null);
    }
    if (item.part() < 0 || item.part() >= manifest.parts().size()) {
      throw new ManifestException(item.manifest() + " has " + manifest.parts().size() + " parts, asked for part " + item.part());
    }
    return new RawObject(partition, manifest, manifest.parts().get(item.part()));
  }

  private JsonNode plan(String key) throws IOException {
    try (InputStream in = store.open(new ObjectRef(buckets.of(Zone.REPLAY), key))) {
      return Json.MAPPER.readTree(in);
    }
  }
}
