package sluice.report.market;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the market out of the answers to all {@link MarketQuery}s, their cells as text and NULL as null. */
public final class MarketAnswers {
  private static final String UNSTATED = "not stated";

  private final Map<MarketQuery, List<List<String>>> rows;

  public MarketAnswers(Map<MarketQuery, List<List<String>>> rows) {
    for (MarketQuery query : MarketQuery.values()) {
      if (!rows.containsKey(query)) {
        throw new IllegalArgumentException("no answer to the query " + query.title());
      }
    }
    this.rows = rows;
  }

  public Market market(Optional<Instant> publishedAt, Optional<String> publishedBy) {
    return new Market(
        publishedAt,
        publishedBy,
        to(MarketQuery.SOURCES).stream()
            .map(row -> new SourceState(row.text(0).orElse(UNSTATED), row.count(1), row.count(2), row.maybeDay(3)))
            .toList(),
        to(MarketQuery.SOURCES).stream().flatMap(row -> row.maybeDay(4).stream()).findFirst(),
        pay(MarketQuery.PAY_BY_TECHNOLOGY),
        pay(MarketQuery.PAY_BY_SENIORITY),
        to(MarketQuery.POSTINGS_BY_DAY).stream()
            .map(row -> new PostingDay(row.day(0), row.text(1).orElse(UNSTATED), row.count(2), row.count(3)))
            .toList());
  }

  private List<PayRange> pay(MarketQuery query) {
    return to(query).stream()
        .map(row -> new PayRange(
            row.text(0).orElse(UNSTATED), row.currency(1), row.count(2), row.amount(3), row.amount(4), row.amount(5)))
        .toList();
  }

  private List<Answer> to(MarketQuery query) {
    return rows.get(query).stream().map(cells -> new Answer(query, cells)).toList();
  }
}
