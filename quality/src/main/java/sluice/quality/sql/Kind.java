package sluice.quality.sql;

import java.util.Locale;
import sluice.lake.contract.LogicalType;

/** What values of a column can be compared with. */
public enum Kind {
  NUMBER,
  TEXT,
  DATE,
  TIMESTAMP,
  BOOLEAN,
  /** Lists, maps and the like, which DQDL does not know. */
  NESTED;

  static Kind of(LogicalType type) {
    return switch (type.kind()) {
      case INT, LONG, DECIMAL, DOUBLE -> NUMBER;
      case STRING, JSON -> TEXT;
      case DATE -> DATE;
      case TIMESTAMP -> TIMESTAMP;
      case BOOLEAN -> BOOLEAN;
    };
  }

  /** A type in the Glue catalogue's words, such as {@code decimal(18,2)} or {@code array<string>}. */
  static Kind ofGlue(String type) {
    String word = type.toLowerCase(Locale.ROOT).replaceFirst("[(<].*", "").strip();
    return switch (word) {
      case "tinyint", "smallint", "int", "integer", "bigint", "float", "double", "decimal" -> NUMBER;
      case "string", "varchar", "char" -> TEXT;
      case "date" -> DATE;
      case "timestamp" -> TIMESTAMP;
      case "boolean" -> BOOLEAN;
      default -> NESTED;
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
