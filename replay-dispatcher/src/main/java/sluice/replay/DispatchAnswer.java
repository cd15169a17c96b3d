package sluice.replay;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import sluice.lake.RunId;

/**
 * What became of a manifest; what does not apply is null and left out.
 *
 * @param execution the run that works, or worked, on it
 * @param document key in the replay zone: the plan, the look ahead at it, or the refusal
 * @param objects how many are, or would be, judged
 */
record DispatchAnswer(Status status, String replayId, RunId execution, String document, Integer objects) {
  enum Status {
    /** A run works on it now. */
    STARTED,
    /** A run works on it, or has done so, without this call. */
    JOINED,
    /** A dry run: the plan is beside the manifest. */
    PLANNED,
    /** Nothing has to be judged. */
    NOTHING,
    REFUSED,
    /** No manifest, or one that is gone. */
    IGNORED;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
