package sluice.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import sluice.lake.DatasetName;
import sluice.lake.RunId;
import sluice.lake.json.Json;
import sluice.lake.store.Sha256;

/**
 * A person's wish to have raw objects judged again, dropped as {@code manifests/<anything>.json} into the replay zone.
 *
 * @param replayId names it for ever: the same id is the same replay, and with other content it is refused
 * @param reason why, in a line; for the ledger and the notice
 */
public record ReplayManifest(String replayId, String reason, DatasetName dataset, Selection selection, ReplayOptions options) {
  /** What every manifest's key starts with. */
  public static final String PREFIX = "manifests/";

  /** Letters, digits, - and _; shorter than a run's id, as {@code replay-} and an attempt's number join it there. */
  public static final String ID_SHAPE = "[A-Za-z0-9][A-Za-z0-9_-]{0,69}";

  public ReplayManifest {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(selection, "selection");
    Objects.requireNonNull(options, "options");
    if (!replayId.matches(ID_SHAPE)) {
      throw new IllegalArgumentException("not a replay id: expected letters, digits, - and _, at most 70, found " + replayId);
    }
  }

  /** The name of a replay's first execution. */
  public static RunId runId(String replayId) {
    return new RunId("replay-" + replayId);
  }

  /** The same bytes for the same wish, whatever the order of the fields that it was read from. */
  public byte[] toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("replayId", replayId);
    json.put("reason", reason);
    json.put("dataset", dataset);
    switch (selection) {
      case Selection.Files files -> json.put("files", files.files());
      case Selection.Quarantine quarantine -> json.put("quarantine", quarantine);
      case Selection.Dates dates -> json.put("dates", dates);
    }
    json.put("options", options);
    return Json.pretty(json);
  }

  /** Tells this wish from others; a look ahead at it is the same wish. */
  String fingerprint() {
    ReplayOptions inEarnest = new ReplayOptions(options.force(), false, options.skipIfPublished());
    return Sha256.of(new ReplayManifest(replayId, reason, dataset, selection, inEarnest).toJson());
  }
}
