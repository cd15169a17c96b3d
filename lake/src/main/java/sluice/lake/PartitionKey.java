package sluice.lake;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one run brought of one dataset, and the keys of its objects: pure functions of identity, never of the clock. */
public record PartitionKey(DatasetName dataset, LocalDate ingestDate, RunId runId) {
  private static final Pattern KEY =
      Pattern.compile("[a-z-]+/(?<dataset>[^/]+)/ingest_date=(?<date>[^/]+)/run_id=(?<run>[^/]+)/[^/]*");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final int HASH_SHOWN = 12;

  /** The partition that an object's key lies in, or nothing where the key has another shape. */
  public static Optional<PartitionKey> of(String key) {
    Matcher match = KEY.matcher(key);
    if (!match.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new PartitionKey(
          new DatasetName(match.group("dataset")), LocalDate.parse(match.group("date")), new RunId(match.group("run"))));
    } catch (IllegalArgumentException | DateTimeParseException otherShape) {
      return Optional.empty();
    }
  }

  /** {@code raw/<dataset>/ingest_date=YYYY-MM-DD/run_id=<run>/} with its last slash. */
  public String prefix(Zone zone) {
    return zone.prefix() + dataset + "/ingest_date=" + ingestDate + "/run_id=" + runId + "/";
  }

  /** A part's key names its content, so that a retry over a changed source cannot meet the older bytes under one name. */
  public String part(Zone zone, int index, String sha256) {
    Shape.require(sha256, SHA_256, "SHA-256", "64 lower-case hex digits");
    return object(zone, String.format(Locale.ROOT, "part-%05d-%s.parquet", index, sha256.substring(0, HASH_SHOWN)));
  }

  public String manifest() {
    return object(Zone.RAW, "_manifest.json");
  }

  /** Where leg {@code leg} of an extraction left off. */
  public String checkpoint(int leg) {
    return object(Zone.RAW, String.format(Locale.ROOT, "_checkpoint-%05d.json", leg));
  }

  public String object(Zone zone, String fileName) {
    return prefix(zone) + fileName;
  }
}
