package sluice.quality.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import sluice.quality.sql.References;
import sluice.quality.sql.Rows;
import sluice.quality.sql.TableColumns;

/**
 * The rows that a book's rules are checked on.
 *
 * @param database where a rule's own SQL finds tables that it names without a database
 * @param rows the query that gives the rows
 */
public record Target(String database, String rows, TableColumns columns, References references) {
  /** The rows of a validated table that were ingested for a day, whichever run of the day brought them. */
  public static Target delivered(RuleBook.Delivered book, Library library, LocalDate ingestDate) {
    return new Target(Library.VALIDATED_DATABASE, Rows.of(Library.VALIDATED_DATABASE, book.name(), ingestDate),
        TableColumns.of(book.contract()), library.deliveries());
  }

  /** A mart with all its rows, in the slot that readers do not see; nothing where it was not built. */
  public static Optional<Target> built(RuleBook.Built book, String database, Catalogue catalogue) {
    return catalogue.columns(database, book.name())
        .map(columns -> new Target(database, Rows.of(database, book.name()), columns, siblings(database, catalogue)));
  }

  /** The table of a book before a run: of a mart nothing is known yet. */
  public static Target expected(RuleBook book, Library library) {
    return switch (book) {
      case RuleBook.Delivered delivered -> delivered(delivered, library, LocalDate.EPOCH);
      case RuleBook.Built built -> new Target("", Rows.of("", built.name()), TableColumns.UNKNOWN,
          siblings("", (database, table) -> Optional.of(TableColumns.UNKNOWN)));
    };
  }

  private static References siblings(String database, Catalogue catalogue) {
    return new References() {
      @Override
      public Optional<Reference> find(String name) {
        return catalogue.columns(database, name).map(columns -> Reference.of(database, name, columns));
      }

      @Override
      public List<String> names() {
        return List.of();
      }
    };
  }
}
