package sluice.quality.dqdl;

/** Why a rule can be refused at the start of a run; the codes are stable, so that people can search for them. */
public enum RuleCode {
  NOT_DQDL("Q101"),
  UNKNOWN_RULE("Q102"),
  NOT_A_RULE("Q103"),
  DYNAMIC_RULE("Q104"),
  UNKNOWN_COLUMN("Q105"),
  CANNOT_COMPARE("Q106"),
  BAD_SQL("Q107"),
  UNKNOWN_REFERENCE("Q108"),
  UNSUPPORTED_CONDITION("Q109");

  private final String code;

  RuleCode(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
