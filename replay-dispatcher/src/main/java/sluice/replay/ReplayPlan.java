package sluice.replay;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.lake.DatasetName;
import sluice.lake.RunId;
import sluice.lake.Zone;
import sluice.lake.json.Json;

/**
 * What a replay judges again, fixed when it was first asked for: whoever asks again gets this one.
 *
 * @param manifest key of the manifest that asked first, in the replay zone
 * @param manifestSha256 tells its content from others under the same id
 */
public record ReplayPlan(
    int format,
    String replayId,
    DatasetName dataset,
    String reason,
    String manifest,
    String manifestSha256,
    boolean force,
    List<Objects> objects) {
  static final int FORMAT = 1;

  /** Some parts, by their indexes, of one raw manifest. */
  public record Objects(String manifest, List<Integer> parts, LocalDate ingestDate, RunId runId) {
    public Objects {
      parts = List.copyOf(parts);
    }
  }

  public ReplayPlan {
    if (format != FORMAT) {
      throw new IllegalArgumentException("expected plan format " + FORMAT + ", found " + format);
    }
    objects = List.copyOf(objects);
  }

  static ReplayPlan of(ReplayManifest request, String manifestKey, List<PlanLine> lines) {
    Map<String, List<PlanLine>> byManifest = new TreeMap<>();
    lines.stream().filter(PlanLine::judges).forEach(line -> byManifest.computeIfAbsent(line.manifest(), none -> new ArrayList<>()).add(line));
    List<Objects> objects = byManifest.entrySet().stream()
        .map(entry -> new Objects(entry.getKey(), entry.getValue().stream().map(PlanLine::part).sorted().toList(),
            entry.getValue().getFirst().ingestDate(), entry.getValue().getFirst().runId()))
        .toList();
    return new ReplayPlan(FORMAT, request.replayId(), request.dataset(), request.reason(), manifestKey, request.fingerprint(),
        request.options().force(), objects);
  }

  /** {@code replay/plans/<replay id>.json}. */
  public static String key(String replayId) {
    return Zone.REPLAY.prefix() + "plans/" + replayId + ".json";
  }

  int parts() {
    return objects.stream().mapToInt(its -> its.parts().size()).sum();
  }

  /** The input of its execution; all of it from the plan, so that every start of the replay is the same. */
  String input() {
    Map<String, Object> replay = new LinkedHashMap<>();
    replay.put("replayId", replayId);
    replay.put("dataset", dataset);
    replay.put("reason", reason);
    replay.put("plan", key(replayId));
    replay.put("manifest", manifest);
    replay.put("force", force);
    return Json.text(Map.of("replay", replay));
  }

  byte[] toJson() {
    return Json.pretty(this);
  }

  public static ReplayPlan fromJson(byte[] json, String uri) {
    try {
      return Json.MAPPER.readValue(json, ReplayPlan.class);
    } catch (IOException notAPlan) {
      throw new IllegalStateException("no plan at " + uri + ": " + Json.brief(notAPlan), notAPlan);
    }
  }
}
