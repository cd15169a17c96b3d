package sluice.lake.contract;

/**
 * Rules in AWS's Data Quality Definition Language, as text.
 *
 * @param line line of the contract on which the text starts, for messages; 0 where there is none
 */
public record Ruleset(String text, int line) {
  public static final Ruleset NONE = new Ruleset("", 0);

  public boolean isEmpty() {
    return text.isBlank();
  }
}
