package sluice.lake.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import sluice.lake.DatasetName;

/**
 * Remembers every verdict, in the order in which they were given within their scope.
 *
 * <p>Two runs may judge objects of one dataset at once: each judges against the verdicts it saw, and only the one whose
 * view is still whole when it commits has judged; the other judges again.
 */
public interface VerdictLedger {
  Optional<ObjectVerdict> find(DatasetName dataset, LocalDate ingestDate, String object, int contractVersion);

  /** All verdicts of the scope, by their sequence. */
  List<ObjectVerdict> inScope(VerdictScope scope);

  /** All verdicts of a dataset's ingest date, by object. */
  List<ObjectVerdict> ofDate(DatasetName dataset, LocalDate ingestDate);

  /**
   * Commits the verdict if its sequence is the scope's next and the object has none under this contract version yet.
   *
   * @return whether it stands now; false when another was faster
   */
  boolean commit(VerdictScope scope, ObjectVerdict verdict);
}
