package sluice.replay;

import java.time.LocalDate;
import sluice.lake.RunId;

/**
 * What a replay would do with one object.
 *
 * @param manifest key of the raw manifest that names it as its {@code part}; null where none does any more
 * @param verdictNow {@code accepted}, {@code quarantined} or {@code none}
 * @param contractVersion the one of that verdict; null where there is none
 * @param action {@code judge} or {@code skip}
 * @param why the reason for skipping; null otherwise
 */
record PlanLine(
    String object,
    String manifest,
    Integer part,
    LocalDate ingestDate,
    RunId runId,
    String verdictNow,
    Integer contractVersion,
    String action,
    String why) {
  boolean judges() {
    return action.equals("judge");
  }
}
