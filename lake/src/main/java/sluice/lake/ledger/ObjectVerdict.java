package sluice.lake.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import sluice.lake.DatasetName;
import sluice.lake.RunId;
import sluice.lake.json.Json;

/**
 * The one verdict on a raw object under one version of its contract; kept for ever.
 *
 * @param ingestDate partition of the raw object, as is {@code runId}: the run that brought it
 * @param object key in the raw zone
 * @param objectVersion the store's version of it; empty where the bucket keeps none
 * @param origin the landed object that the raw one is a copy of, as {@code s3://bucket/key?versionId=…}; null for an extracted one
 * @param sequence place in the order of verdicts in its {@link VerdictScope}, from 1: duplicates are judged against those before it
 * @param reason why the whole object was refused; null for an accepted one
 * @param reasons refused rows by reason code
 * @param validated key in the validated zone; null where no row was accepted
 * @param validatedSha256 what the bytes under that key hash to
 * @param fingerprints key of the accepted rows' fingerprints; null where no row was accepted
 * @param refused key of the refused rows in the quarantine zone; null where there are none
 * @param judgedBy the run that judged it; another than {@code runId} in a replay
 * @param replayId the replay that asked for it; null elsewhere
 * @param source what was judged; null where an extraction brought no rows, and so no object
 * @param seconds how long the judging took, the copying of the object included
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObjectVerdict(
    DatasetName dataset,
    LocalDate ingestDate,
    RunId runId,
    String object,
    String objectVersion,
    String origin,
    int contractVersion,
    long sequence,
    Counts counts,
    String reason,
    String detail,
    Map<String, Long> reasons,
    String validated,
    String validatedSha256,
    String fingerprints,
    String refused,
    RunId judgedBy,
    String replayId,
    Instant judgedAt,
    Source source,
    double seconds) {
  /** The raw object's bytes, as its manifest promised them and the gate found them or refused it. */
  public record Source(long bytes, String sha256) {}

  public ObjectVerdict {
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(ingestDate, "ingestDate");
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(counts, "counts");
    reasons = sorted(reasons);
    if (counts.missing() != 0) {
      throw new IllegalArgumentException(object + ": " + counts.missing() + " of " + counts.read() + " rows have no verdict");
    }
  }

  public boolean accepted() {
    return reason == null;
  }

  /**
   * What it counts for a run that asks for it: to whoever did not let them in, accepted rows are rows that were read again.
   *
   * <p>Every attempt goes on with what the first began: at a replay under its id, elsewhere under the name of the run that
   * brought the object.
   *
   * @param askingReplay the replay that the asking run is; null when it is none
   */
  public Counts countsFor(RunId asking, String askingReplay) {
    boolean own = askingReplay == null ? replayId == null && asking.isAttemptAt(runId) : askingReplay.equals(replayId);
    return own ? counts : new Counts(counts.read(), 0, counts.quarantined(), counts.accepted() + counts.duplicates());
  }

  public String toJson() {
    return Json.text(this);
  }

  public static ObjectVerdict fromJson(String json) {
    try {
      return Json.MAPPER.readValue(json, ObjectVerdict.class);
    } catch (IOException notAVerdict) {
      throw new IllegalArgumentException("not a verdict: " + Json.brief(notAVerdict), notAVerdict);
    }
  }

  private static SortedMap<String, Long> sorted(Map<String, Long> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map == null ? Map.of() : map));
  }
}
