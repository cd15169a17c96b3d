package sluice.lake.contract;

/**
 * Rules over the built or validated table, in AWS's Data Quality Definition Language; the text is a whole ruleset.
 *
 * @param line line of the contract at which the text starts, for messages
 */
public record Quality(String fail, String warn, int line) {
  /** A dataset without rules. */
  public static final Quality NONE = new Quality("", "", 0);
}
