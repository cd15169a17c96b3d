package sluice.quarantine;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import sluice.lake.DatasetName;
import sluice.lake.RunId;
import sluice.lake.json.Json;

/** What stands beside a quarantined object: why it is here and what it came from. No clock: a retry writes the same. */
record ReasonNote(
    int format,
    DatasetName dataset,
    RunId runId,
    Instant runStartedAt,
    String reason,
    String detail,
    String sourceObject,
    String sourceVersion,
    long rows) {
  private static final int FORMAT = 1;

  static ReasonNote of(QuarantineEvent refused, String sourceObject, String sourceVersion) {
    return new ReasonNote(FORMAT, refused.dataset(), refused.runId(), refused.startedAt(), refused.reason(), refused.detail(),
        sourceObject, sourceVersion, refused.quarantined());
  }

  byte[] toJson() {
    try {
      return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    } catch (JsonProcessingException ourRecordIsAlwaysJson) {
      throw new IllegalStateException(ourRecordIsAlwaysJson);
    }
  }
}
