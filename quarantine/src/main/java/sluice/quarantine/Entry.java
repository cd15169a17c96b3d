package sluice.quarantine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sluice.lake.store.Sha256;

/**
 * What one object was refused for: its rows of one reason, or the object as a whole.
 *
 * @param dataset whose contract was broken
 * @param reason a stable snake_case code; {@code docs/reasons/<code>.md} says what it means
 * @param rows how many rows; empty when the whole object was refused
 * @param firstSeen start of the run that brought the object
 * @param object URI of what a producer dropped, or of the raw object where an extractor wrote it
 * @param version the store's version of it; empty where it keeps none
 * @param contractVersion under which it was judged
 * @param firstRow number of the first such row, from 1; empty for a whole object
 * @param example raw text of that row, or the detail of the refusal
 */
public record Entry(
    String dataset,
    String reason,
    Optional<Long> rows,
    Instant firstSeen,
    String object,
    String version,
    int contractVersion,
    Optional<Long> firstRow,
    String example) {
  private static final int DIGITS = 6;

  /** The same for the same refusal, whoever asks: {@code q-7f3a91}. */
  public String id() {
    String identity = String.join("\n", dataset, reason, object, version, Integer.toString(contractVersion));
    return "q-" + Sha256.of(identity.getBytes(java.nio.charset.StandardCharsets.UTF_8)).substring(0, DIGITS);
  }

  /** The lines that mend it: look, change the contract or the file, and judge again. */
  public List<String> mend() {
    return List.of(
        "docs/reasons/" + reason + ".md",
        "./sluice replay --dataset " + dataset + " --code " + reason + " --id NAME --reason \"…\" --dry-run",
        "./sluice quarantine discard " + id() + " --reason \"…\"");
  }
}
