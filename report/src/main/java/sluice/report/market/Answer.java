package sluice.report.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One row of a query's answer, as text; reads its cells and says which one is not what it should be. */
final class Answer {
  private final MarketQuery query;
  private final List<String> cells;

  Answer(MarketQuery query, List<String> cells) {
    if (cells.size() != query.columns().size()) {
      throw new IllegalArgumentException(query.title() + ": expected " + query.columns().size() + " columns "
          + query.columns() + ", found " + cells.size());
    }
    this.query = query;
    this.cells = cells;
  }

  /** Empty for NULL. */
  Optional<String> text(int column) {
    return Optional.ofNullable(cells.get(column)).filter(cell -> !cell.isEmpty());
  }

  long count(int column) {
    return parsed(column, "a whole number", Long::valueOf);
  }

  double amount(int column) {
    return parsed(column, "a number", Double::valueOf);
  }

  LocalDate day(int column) {
    return parsed(column, "a date", LocalDate::parse);
  }

  Optional<LocalDate> maybeDay(int column) {
    return text(column).map(cell -> day(column));
  }

  Currency currency(int column) {
    return parsed(column, "one of PLN, EUR, USD", Currency::valueOf);
  }

  private <T> T parsed(int column, String expected, Function<String, T> parse) {
    String cell = text(column).orElse("NULL");
    try {
      return parse.apply(cell);
    } catch (RuntimeException wrongShape) {
      throw new IllegalArgumentException(query.title() + "." + query.columns().get(column) + ": expected " + expected
          + ", found \"" + cell + "\"", wrongShape);
    }
  }
}
