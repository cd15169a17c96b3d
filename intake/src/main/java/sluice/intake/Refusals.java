package sluice.intake;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import sluice.lake.Zone;
import sluice.lake.event.EventLog;
import sluice.lake.event.EventName;
import sluice.lake.json.Json;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;
import sluice.lake.store.Sha256;

/**
 * Says once, in the log and in a note in the quarantine zone, that an object version is not taken in.
 *
 * <p>The note is {@code quarantine/<unknown|missing>/<hash of the uri>.json}, a pure function of the version.
 */
final class Refusals {
  private static final int HASH_SHOWN = 16;

  private final ObjectStore store;
  private final String bucket;
  private final EventLog log;

  Refusals(ObjectStore store, String bucket, EventLog log) {
    this.store = store;
    this.bucket = bucket;
    this.log = log;
  }

  void refuse(ObjectVersion version, Refusal why) {
    ObjectRef place = new ObjectRef(bucket, key(version, why));
    if (store.head(place).isPresent()) {
      return;
    }
    // The event first: a note that is there silences it.
    log.happened(EventName.OBJECT_REFUSED,
        Map.of("sourceObject", version.uri(), "reason", why.code(), "expected", why.expected(), "next", why.mend(), "note", place.key()));
    store.putIfAbsent(place, Note.of(version, why).toJson(), Map.of());
  }

  static String key(ObjectVersion version, Refusal why) {
    String hash = Sha256.of(version.uri().getBytes(StandardCharsets.UTF_8)).substring(0, HASH_SHOWN);
    return Zone.QUARANTINE.prefix() + why.folder() + "/" + hash + ".json";
  }

  private record Note(int format, String reason, String sourceObject, String expected, String next) {
    static Note of(ObjectVersion version, Refusal why) {
      return new Note(1, why.code(), version.uri(), why.expected(), why.mend());
    }

    byte[] toJson() {
      return Json.pretty(this);
    }
  }
}
