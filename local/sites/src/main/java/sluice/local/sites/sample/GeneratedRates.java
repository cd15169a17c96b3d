package sluice.local.sites.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import sluice.local.sites.rates.Rate;
import sluice.local.sites.rates.RateHistory;

/** Rates that walk at random from believable levels, on business days only; the same seed and days give the same rates. */
public final class GeneratedRates implements RateHistory {
  private static final List<MonthDay> CLOSED = List.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));
  private static final Map<String, Double> LEVELS = new TreeMap<>(Map.ofEntries(
      Map.entry("AUD", 1.65), Map.entry("BRL", 6.1), Map.entry("CAD", 1.58), Map.entry("CHF", 0.94), Map.entry("CNY", 8.1),
      Map.entry("CZK", 24.9), Map.entry("DKK", 7.46), Map.entry("GBP", 0.86), Map.entry("HUF", 395.0), Map.entry("INR", 95.0),
      Map.entry("JPY", 165.0), Map.entry("MXN", 20.8), Map.entry("NOK", 11.6), Map.entry("NZD", 1.86), Map.entry("PLN", 4.27),
      Map.entry("RON", 5.02), Map.entry("SEK", 11.2), Map.entry("SGD", 1.47), Map.entry("TRY", 42.0), Map.entry("USD", 1.12), Map.entry("ZAR", 20.2)));
  private static final double DAILY_MOVE = 0.003;

  private final long seed;
  private final LocalDate first;
  private final LocalDate last;

  public GeneratedRates(long seed, LocalDate first, LocalDate last) {
    this.seed = seed;
    this.first = first;
    this.last = last;
  }

  @Override
  public Stream<Rate> rows() {
    Draw draw = new Draw(seed, "rates");
    Map<String, Double> levels = new TreeMap<>(LEVELS);
    return first.datesUntil(last.plusDays(1)).filter(GeneratedRates::open).flatMap(day -> day(day, draw, levels).stream());
  }

  private static List<Rate> day(LocalDate day, Draw draw, Map<String, Double> levels) {
    List<Rate> rates = new ArrayList<>();
    levels.replaceAll((quote, level) -> level * Math.exp(DAILY_MOVE * draw.gauss()));
    levels.forEach((quote, level) -> rates.add(new Rate(day.toString(), "EUR", quote, String.format(Locale.ROOT, "%.5g", level))));
    return rates;
  }

  private static boolean open(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !CLOSED.contains(MonthDay.from(day));
  }
}
