package sluice.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.lake.json.Json;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Problem;
import sluice.lake.store.ConflictException;
import sluice.lake.store.MissingObjectException;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;
import sluice.lake.store.Sha256;

/** The replay bucket: manifests that people drop, answers beside them, and one plan for each replay. */
final class ReplayZone {
  private static final int LARGEST_MANIFEST = 64 << 20;
  private static final int HASH_SHOWN = 12;
  private static final String JSON = ".json";
  private static final String REFUSED = ".refused" + JSON;
  private static final String PLAN = ".plan" + JSON;

  private final ObjectStore store;
  private final String bucket;

  ReplayZone(ObjectStore store, String bucket) {
    this.store = store;
    this.bucket = bucket;
  }

  /** The answers beside a manifest are none, or each would bring the next. */
  boolean isManifest(String itsBucket, String key) {
    return itsBucket.equals(bucket) && key.startsWith(ReplayManifest.PREFIX) && key.endsWith(JSON) && !key.endsWith(REFUSED) && !key.endsWith(PLAN);
  }

  Optional<byte[]> manifest(String key) {
    return read(new ObjectRef(bucket, key));
  }

  Optional<ReplayPlan> plan(String replayId) {
    ObjectRef place = new ObjectRef(bucket, ReplayPlan.key(replayId));
    return read(place).map(json -> ReplayPlan.fromJson(json, place.uri()));
  }

  /** Keeps the plan, or gives the one that another call of the same replay kept first. */
  ReplayPlan keep(ReplayPlan plan) {
    try {
      store.putIfAbsent(new ObjectRef(bucket, ReplayPlan.key(plan.replayId())), plan.toJson(), Map.of());
      return plan;
    } catch (ConflictException otherWasFirst) {
      return plan(plan.replayId()).orElseThrow(() -> otherWasFirst);
    }
  }

  /** @return the key of what was written */
  String refused(String manifestKey, List<Problem> problems) {
    return beside(manifestKey, REFUSED, new Refused(1, manifestKey, problems));
  }

  String preview(String manifestKey, Preview preview) {
    return beside(manifestKey, PLAN, preview);
  }

  /** An earlier, different answer to the same key stays; the new one gets its own hash into its name. */
  private String beside(String manifestKey, String ending, Object answer) {
    String name = manifestKey.substring(0, manifestKey.length() - JSON.length());
    byte[] bytes = json(answer);
    try {
      store.putIfAbsent(new ObjectRef(bucket, name + ending), bytes, Map.of());
      return name + ending;
    } catch (ConflictException answeredBefore) {
      String another = name + "-" + Sha256.of(bytes).substring(0, HASH_SHOWN) + ending;
      store.putIfAbsent(new ObjectRef(bucket, another), bytes, Map.of());
      return another;
    }
  }

  private Optional<byte[]> read(ObjectRef place) {
    try (InputStream in = store.open(place)) {
      byte[] bytes = in.readNBytes(LARGEST_MANIFEST + 1);
      if (bytes.length > LARGEST_MANIFEST) {
        throw new InvalidInputException(List.of(Problem.error("R007", "the manifest is too large").at(place.key(), 0, 0)
            .expected("at most %,d bytes".formatted(LARGEST_MANIFEST)).found("more").next("divide it into several replays")));
      }
      return Optional.of(bytes);
    } catch (MissingObjectException absent) {
      return Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + place.uri(), broken);
    }
  }

  private static byte[] json(Object value) {
    try {
      return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    } catch (JsonProcessingException ourRecordsAreAlwaysJson) {
      throw new IllegalStateException(ourRecordsAreAlwaysJson);
    }
  }

  private record Refused(int format, String manifest, List<Problem> problems) {}
}
