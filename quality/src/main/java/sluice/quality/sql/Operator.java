package sluice.quality.sql;

/** What DQDL compares by; the names are those of the parser's own enums, of which there is one for each type of value. */
enum Operator {
  BETWEEN,
  NOT_BETWEEN,
  GREATER_THAN,
  GREATER_THAN_EQUAL_TO,
  LESS_THAN,
  LESS_THAN_EQUAL_TO,
  EQUALS,
  NOT_EQUALS,
  IN,
  NOT_IN,
  MATCHES,
  NOT_MATCHES;

  static Operator of(Enum<?> parsed) {
    return valueOf(parsed.name());
  }

  /** Whether a value's being in a set decides, and so a null can be meant. */
  boolean ofSets() {
    return switch (this) {
      case EQUALS, NOT_EQUALS, IN, NOT_IN -> true;
      case BETWEEN, NOT_BETWEEN, GREATER_THAN, GREATER_THAN_EQUAL_TO, LESS_THAN, LESS_THAN_EQUAL_TO, MATCHES, NOT_MATCHES -> false;
    };
  }

  boolean negated() {
    return this == NOT_EQUALS || this == NOT_IN;
  }
}
