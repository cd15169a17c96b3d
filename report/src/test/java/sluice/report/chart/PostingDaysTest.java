package sluice.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.report.market.PostingDay;

class PostingDaysTest {
  private static final LocalDate LAST = LocalDate.parse("2026-11-21");

  private final PostingDays days = new PostingDays(List.of(
      new PostingDay(LAST, "b", 4, 3),
      new PostingDay(LAST, "a", 10, 5),
      new PostingDay(LAST.minusDays(2), "a", 6, 6),
      new PostingDay(LAST.minusDays(40), "a", 99, 0)));

  @Test
  void coversThirtyDaysUpToTheNewestPosting() {
    assertThat(days.days()).hasSize(30).first().isEqualTo(LocalDate.parse("2026-10-23"));
    assertThat(days.days()).last().isEqualTo(LAST);
    assertThat(days.span()).isEqualTo("23 Oct to 21 Nov 2026");
  }

  @Test
  void countsOnlyWhatLiesInThem() {
    assertThat(days.total("a")).isEqualTo(16);
    assertThat(days.statingPay("a")).isEqualTo(11);
    assertThat(days.busiestDay()).isEqualTo(14);
    assertThat(days.count("a", LAST.minusDays(1))).isZero();
    assertThat(days.of("a", LAST.minusDays(1))).isEmpty();
  }

  @Test
  void oneSourceKeepsTheDaysOfAll() {
    PostingDays only = days.only("b");

    assertThat(only.sources()).containsExactly("b");
    assertThat(only.days()).isEqualTo(days.days());
  }

  @Test
  void noPostingsAreNoDays() {
    PostingDays none = new PostingDays(List.of());

    assertThat(none.isEmpty()).isTrue();
    assertThat(none.days()).isEmpty();
    assertThat(none.span()).isEqualTo("no days");
  }
}
