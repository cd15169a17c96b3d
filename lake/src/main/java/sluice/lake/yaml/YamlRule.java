package sluice.lake.yaml;

/** What can be wrong with any of our YAML files, whatever it describes; the codes are stable. */
public enum YamlRule {
  NO_FILE("C001"),
  TOO_LARGE("C002"),
  NOT_YAML("C003"),
  DUPLICATE_KEY("C004"),
  TOO_MANY_ALIASES("C005"),
  TAG("C006"),
  TOO_DEEP("C007"),
  MISSING_KEY("C101"),
  WRONG_TYPE("C102"),
  WRONG_VALUE("C103"),
  UNKNOWN_KEY("C201");

  private final String code;

  YamlRule(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
