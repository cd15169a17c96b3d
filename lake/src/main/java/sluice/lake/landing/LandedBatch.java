package sluice.lake.landing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import sluice.lake.RunId;
import sluice.lake.Zone;
import sluice.lake.json.Json;
import sluice.lake.store.Sha256;

/**
 * The landed object versions that were found together, and the run that was to work on them: those that it then also
 * claimed are its own.
 *
 * <p>Name and bytes follow from the object versions alone, so that the same set is the same batch whoever finds it.
 */
public record LandedBatch(int format, RunId runId, List<BatchObject> objects) {
  public static final int FORMAT = 1;
  private static final int HASH_SHOWN = 16;

  public LandedBatch {
    if (format != FORMAT) {
      throw new IllegalArgumentException("expected batch format " + FORMAT + ", found " + format);
    }
    objects = List.copyOf(objects);
    if (!nameOf(objects).equals(runId)) {
      throw new IllegalArgumentException("batch " + runId + " has not the objects of its name: expected " + nameOf(objects));
    }
  }

  public static LandedBatch of(Collection<BatchObject> objects) {
    List<BatchObject> sorted = objects.stream().sorted(Comparator.comparing(BatchObject::object)).toList();
    return new LandedBatch(FORMAT, nameOf(sorted), sorted);
  }

  /** Where a run's batch is in the raw zone: {@code raw/_batches/<run>.json}. */
  public static String key(RunId runId) {
    return Zone.RAW.prefix() + "_batches/" + runId + ".json";
  }

  public byte[] toJson() {
    return Json.pretty(this);
  }

  public static LandedBatch fromJson(byte[] json) {
    try {
      return Json.MAPPER.readValue(json, LandedBatch.class);
    } catch (IOException notABatch) {
      throw new IllegalArgumentException("not a batch: " + Json.brief(notABatch), notABatch);
    }
  }

  private static RunId nameOf(List<BatchObject> sorted) {
    String uris = sorted.stream().map(object -> object.object().uri()).collect(Collectors.joining("\n"));
    return new RunId("land-" + Sha256.of(uris.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_SHOWN));
  }
}
