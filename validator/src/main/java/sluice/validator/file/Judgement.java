package sluice.validator.file;

import java.util.Map;
import java.util.TreeMap;
import sluice.validator.Reason;

/** What the gate says of a file: its rows one by one, the file as a whole, or that somebody has to look first. */
public sealed interface Judgement {
  /**
   * Every row has its own verdict: {@code read = accepted + quarantined + duplicates}. There is at least one row.
   *
   * @param reasons how many rows were refused for what; the sum is {@code quarantined}
   * @param output the accepted file, or {@link Written#NONE}
   * @param refusals the refused file, or {@link Written#NONE}
   */
  record RowsJudged(long read, long accepted, long quarantined, long duplicates, Map<Reason, Long> reasons, Written output, Written refusals)
      implements Judgement {
    public RowsJudged {
      reasons = java.util.Collections.unmodifiableMap(new TreeMap<>(reasons));
      if (read != accepted + quarantined + duplicates) {
        throw new IllegalStateException(read + " rows read, but " + accepted + " accepted, " + quarantined + " quarantined and "
            + duplicates + " duplicates");
      }
    }
  }

  /**
   * The file as a whole goes to quarantine; no row of it was let through.
   *
   * @param rowsKnown rows read before the fault was met; there may be more
   */
  record ObjectRefused(Reason reason, String detail, long rowsKnown) implements Judgement {}

  /**
   * The contract says that nothing may flow on before somebody has looked: its drift action is {@code fail}.
   *
   * @param rowsKnown rows read before the fault was met; there may be more
   */
  record Stop(Reason reason, String detail, long rowsKnown) implements Judgement {}

  /** A file that was written. */
  record Written(long bytes, String sha256) {
    /** No file was written. */
    public static final Written NONE = new Written(0, "");
  }
}
