package sluice.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.lake.RunId;
import sluice.lake.json.Json;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Problem;
import sluice.lake.replay.ManifestAnswer;
import sluice.lake.store.ConflictException;
import sluice.lake.store.MissingObjectException;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;
import sluice.lake.store.Sha256;

/** The replay bucket: manifests that people drop, answers beside them, and one plan for each replay. */
final class ReplayZone {
  private static final int LARGEST_MANIFEST = 64 << 20;
  private static final int HASH_SHOWN = 12;

  private final ObjectStore store;
  private final String bucket;

  ReplayZone(ObjectStore store, String bucket) {
    this.store = store;
    this.bucket = bucket;
  }

  boolean isManifest(String itsBucket, String key) {
    return itsBucket.equals(bucket) && key.startsWith(ReplayManifest.PREFIX) && ManifestAnswer.isManifest(key);
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
    return beside(manifestKey, ManifestAnswer.REFUSED, new Refused(1, manifestKey, problems));
  }

  String preview(String manifestKey, Preview preview) {
    return beside(manifestKey, ManifestAnswer.PLAN, preview);
  }

  void started(String manifestKey, ReplayPlan plan, RunId execution) {
    beside(manifestKey, ManifestAnswer.STARTED,
        new Started(1, manifestKey, plan.replayId(), execution, ReplayPlan.key(plan.replayId()), plan.parts()));
  }

  /** An earlier, different answer to the same key stays; the new one gets its own hash into its name. */
  private String beside(String manifestKey, ManifestAnswer kind, Object answer) {
    byte[] bytes = Json.pretty(answer);
    String key = kind.key(manifestKey);
    try {
      store.putIfAbsent(new ObjectRef(bucket, key), bytes, Map.of());
      return key;
    } catch (ConflictException answeredBefore) {
      String another = kind.key(manifestKey, Sha256.of(bytes).substring(0, HASH_SHOWN));
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

  private record Refused(int format, String manifest, List<Problem> problems) {}

  private record Started(int format, String manifest, String replayId, RunId execution, String plan, int objects) {}
}
