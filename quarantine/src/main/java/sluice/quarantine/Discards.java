package sluice.quarantine;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sluice.lake.json.Json;
import sluice.lake.store.ConflictException;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;

/** Entries that somebody decided to leave as they are: marked beside the rows, which stay. */
public final class Discards {
  private static final String PREFIX = "quarantine/discarded/";

  private final ObjectStore store;
  private final String bucket;

  public Discards(ObjectStore store, String bucket) {
    this.store = store;
    this.bucket = bucket;
  }

  /** @return whether the entry is marked by this call; an earlier mark and its reason stand */
  public boolean mark(Entry entry, String reason) {
    if (ids().contains(entry.id())) {
      return false;
    }
    Note note = new Note(entry.id(), entry.dataset(), entry.reason(), entry.object(), reason);
    try {
      store.putIfAbsent(new ObjectRef(bucket, PREFIX + entry.id() + ".json"), Json.pretty(note), Map.of());
      return true;
    } catch (ConflictException somebodyWasFaster) {
      return false;
    }
  }

  private record Note(String id, String dataset, String code, String object, String reason) {}

  /** The ids of all marked entries. */
  public Set<String> ids() {
    return store.list(bucket, PREFIX).stream()
        .map(object -> object.key().substring(PREFIX.length()).replaceFirst("\\.json$", ""))
        .collect(Collectors.toSet());
  }
}
