package sluice.report.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarketQueryTest {
  @ParameterizedTest
  @EnumSource
  void everyQueryIsOneStatementThatSaysWhatARowIs(MarketQuery query) {
    assertThat(query.sql()).startsWith("-- ").contains("one row").doesNotContain(";");
  }

  @ParameterizedTest
  @EnumSource
  void readsOnlyWhatReadersSee(MarketQuery query) {
    assertThat(query.sql()).contains("sluice_curated.").doesNotContainPattern("sluice_(blue|green|validated)");
  }

  @ParameterizedTest
  @EnumSource
  void selectsItsColumnsInTheirOrder(MarketQuery query) {
    String sql = query.sql();
    String last = sql.substring(sql.lastIndexOf("\nselect\n"));
    String pattern = String.join("[\\s\\S]*?", query.columns().stream().map(column -> "\\b" + column + ",?\\n").toList());

    assertThat(last).containsPattern(pattern);
  }
}
