package sluice.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TimesTest {
  private static final Instant LATE = Instant.parse("2026-11-21T23:59:30Z");

  @Test
  void writesDaysAndMomentsInUtc() {
    assertThat(Times.day(LocalDate.parse("2026-11-01"))).isEqualTo("1 Nov 2026");
    assertThat(Times.shortDay(LocalDate.parse("2026-11-21"))).isEqualTo("21 Nov");
    assertThat(Times.moment(LATE)).isEqualTo("21 Nov 2026 23:59:30 UTC");
    assertThat(Times.shortMoment(LATE)).isEqualTo("21 Nov 23:59");
    assertThat(Times.clock(LATE)).isEqualTo("23:59");
    assertThat(Times.dayOf(LATE)).isEqualTo("2026-11-21");
  }

  @Test
  void saysAgesInOneUnit() {
    assertThat(Times.age(LATE, LATE.plusSeconds(59))).isEqualTo("under 1 min");
    assertThat(Times.age(LATE, LATE.plusSeconds(14 * 60))).isEqualTo("14 min");
    assertThat(Times.age(LATE, LATE.plusSeconds(13 * 3600))).isEqualTo("13 h");
    assertThat(Times.age(LATE, LATE.plusSeconds(47 * 3600))).isEqualTo("47 h");
    assertThat(Times.age(LATE, LATE.plusSeconds(72 * 3600))).isEqualTo("3 days");
  }
}
