package sluice.lake.contract.change;

import static sluice.lake.contract.change.Change.Party.PRODUCERS;
import static sluice.lake.contract.change.Change.Party.READERS;

import sluice.lake.contract.LogicalType;
import sluice.lake.contract.LogicalType.Kind;

/** Whom another type of a column breaks: nobody where every number of the old type is one of the new. */
final class TypeChange {
  private static final int DIGITS_OF_INT = 10;
  private static final int DIGITS_OF_LONG = 19;

  private TypeChange() {}

  static Change of(String column, LogicalType was, LogicalType is) {
    String before = was.toString();
    String after = is.toString();
    if (holdsAll(is, was)) {
      return Change.of("type", column, before, after, "wider");
    }
    if (is.kind() == Kind.STRING) {
      return Change.of("type", column, before, after, "any text may come", READERS);
    }
    return Change.of("type", column, before, after, holdsAll(was, is) ? "narrower" : "another type", PRODUCERS, READERS);
  }

  private static boolean holdsAll(LogicalType wide, LogicalType narrow) {
    return switch (narrow.kind()) {
      case INT -> wide.kind() == Kind.LONG || wide.kind() == Kind.DOUBLE || wholeDigits(wide) >= DIGITS_OF_INT;
      case LONG -> wholeDigits(wide) >= DIGITS_OF_LONG;
      case DECIMAL -> wide.kind() == Kind.DECIMAL && wide.scale() >= narrow.scale() && wholeDigits(wide) >= wholeDigits(narrow);
      case STRING, DOUBLE, BOOLEAN, DATE, TIMESTAMP, JSON -> false;
    };
  }

  private static int wholeDigits(LogicalType type) {
    return type.kind() == Kind.DECIMAL ? type.precision() - type.scale() : 0;
  }
}
