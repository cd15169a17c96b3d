package sluice.report.market;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The questions the page asks the curated views; each is a file of SQL for Athena beside this class. */
public enum MarketQuery {
  SOURCES("sources", "source", "postings", "stating_pay", "newest_posting", "newest_rate"),
  PAY_BY_TECHNOLOGY("pay_by_technology", "technology", "currency", "postings", "lower_quartile", "median", "upper_quartile"),
  PAY_BY_SENIORITY("pay_by_seniority", "seniority", "currency", "postings", "lower_quartile", "median", "upper_quartile"),
  POSTINGS_BY_DAY("postings_by_day", "day", "source", "postings", "stating_pay");

  private final String title;
  private final List<String> columns;

  MarketQuery(String title, String... columns) {
    this.title = title;
    this.columns = List.of(columns);
  }

  /** The name of its file, without {@code .sql}. */
  public String title() {
    return title;
  }

  /** The columns of the answer, in their order. */
  public List<String> columns() {
    return columns;
  }

  /** One statement, without a semicolon at its end. */
  public String sql() {
    try (InputStream file = MarketQuery.class.getResourceAsStream(title + ".sql")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException brokenJar) {
      throw new UncheckedIOException(brokenJar);
    }
  }
}
