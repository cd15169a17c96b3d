package sluice.validator.file;

import java.time.Instant;
import java.util.Objects;

/**
 * What every row of a file carries along, so that it can be followed back.
 *
 * @param sourceObject the object's URI
 * @param sourceVersion the version of it that was judged; empty where the store keeps none
 */
public record Origin(String runId, Instant runStartedAt, String sourceObject, String sourceVersion) {
  public Origin {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(runStartedAt, "runStartedAt");
    Objects.requireNonNull(sourceObject, "sourceObject");
    Objects.requireNonNull(sourceVersion, "sourceVersion");
  }
}
