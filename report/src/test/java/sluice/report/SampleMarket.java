package sluice.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import sluice.report.market.Currency;
import sluice.report.market.Market;
import sluice.report.market.PayRange;
import sluice.report.market.PostingDay;
import sluice.report.market.SourceState;

/** An invented job market. */
final class SampleMarket {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
  private static final Map<Currency, Double> RATES = new EnumMap<>(Map.of(Currency.PLN, 1.0, Currency.EUR, 1 / 4.27, Currency.USD, 1 / 3.94));

  private SampleMarket() {}

  static Market big(Instant published, String run) {
    return new Market(
        Optional.of(published), Optional.of(run),
        List.of(new SourceState("devitjobs", 297, 241, Optional.of(TODAY.minusDays(1))), new SourceState("nofluffjobs", 2_339, 2_106, Optional.of(TODAY))),
        Optional.of(TODAY.minusDays(1)),
        technologies(), levels(), days(TODAY, 30, 90, 11));
  }

  static Market small(Instant published, String run) {
    return new Market(
        Optional.of(published), Optional.of(run),
        List.of(new SourceState("devitjobs", 275, 250, Optional.of(LocalDate.parse("2025-01-18"))), new SourceState("nofluffjobs", 86, 86, Optional.of(LocalDate.parse("2025-01-18")))),
        Optional.of(LocalDate.parse("2025-01-17")),
        inEveryCurrency(
            range("Java", 24, 17_000, 22_300, 26_100), range("PHP", 17, 11_900, 15_400, 19_000), range("React", 12, 13_200, 17_900, 21_500),
            range("Python", 11, 15_000, 20_300, 24_800), range("TypeScript", 10, 14_800, 19_000, 23_100), range("Kubernetes", 10, 17_600, 22_900, 27_000),
            range("Scala", 4, 19_000, 24_000, 28_000)),
        inEveryCurrency(range("Senior", 150, 19_000, 23_500, 28_000), range("Mid", 96, 13_500, 17_800, 21_000), range("Junior", 21, 6_900, 8_700, 11_000)),
        days(LocalDate.parse("2025-01-18"), 9, 6, 9));
  }

  private static List<PayRange> technologies() {
    return inEveryCurrency(
        range("Scala", 41, 21_000, 25_200, 29_400), range("Go", 88, 20_400, 24_600, 28_500), range("Kotlin", 97, 19_800, 23_900, 27_800),
        range("Java", 402, 18_200, 22_700, 26_900), range("Terraform", 133, 17_900, 22_300, 26_500), range("Python", 371, 16_400, 21_100, 25_800),
        range("TypeScript", 310, 15_600, 20_400, 24_900), range("React", 288, 14_200, 18_400, 22_900), range("SQL", 455, 12_800, 17_300, 22_600),
        range("PHP", 120, 10_900, 14_800, 18_700), range("Kubernetes", 201, 18_800, 23_100, 27_300), range("C#", 96, 16_900, 21_000, 24_700),
        range("Angular", 84, 14_000, 18_100, 22_300), range("Rust", 23, 20_900, 25_900, 31_000), range("Elixir", 9, 19_000, 23_000, 26_000),
        range("Cobol", 4, 15_000, 19_000, 22_000));
  }

  private static List<PayRange> levels() {
    return inEveryCurrency(
        range("Senior", 1_204, 20_100, 24_300, 28_600), range("Junior", 203, 7_000, 9_200, 11_500), range("Mid", 788, 13_900, 17_600, 21_200),
        range("Expert", 131, 24_000, 28_700, 33_500), range("Trainee", 21, 4_300, 5_100, 6_000));
  }

  private static PayRange range(String group, long postings, double lower, double median, double upper) {
    return new PayRange(group, Currency.PLN, postings, lower, median, upper);
  }

  private static List<PayRange> inEveryCurrency(PayRange... zlotys) {
    List<PayRange> all = new ArrayList<>();
    RATES.forEach((currency, rate) -> {
      for (PayRange pln : zlotys) {
        all.add(new PayRange(pln.group(), currency, pln.postings(), pln.lower() * rate, pln.median() * rate, pln.upper() * rate));
      }
    });
    return all;
  }

  private static List<PostingDay> days(LocalDate last, int count, int big, int small) {
    Random random = new Random(3);
    List<PostingDay> days = new ArrayList<>();
    for (int ago = count - 1; ago >= 0; ago--) {
      LocalDate day = last.minusDays(ago);
      boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
      if (ago != 7) {
        days.add(day("nofluffjobs", day, weekend ? big / 4 : big + random.nextInt(big / 2), 0.86, random));
      }
      if (!weekend && ago != 7) {
        days.add(day("devitjobs", day, small + random.nextInt(small), 0.7, random));
      }
    }
    return days;
  }

  private static PostingDay day(String source, LocalDate day, long postings, double share, Random random) {
    return new PostingDay(day, source, postings, Math.min(postings, Math.round(postings * (share + random.nextDouble() * 0.12))));
  }
}
