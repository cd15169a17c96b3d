package sluice.lake.contract;

/**
 * Rules over the built or validated table.
 *
 * @param fail what must hold, else nothing is published
 * @param warn what should hold; readers of the report are told where it does not
 */
public record Quality(Ruleset fail, Ruleset warn) {
  /** A dataset without rules. */
  public static final Quality NONE = new Quality(Ruleset.NONE, Ruleset.NONE);
}
