package sluice.report.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import sluice.report.market.PostingDay;
import sluice.report.text.Times;

/** Postings by source over consecutive days, the days without any included. */
public final class PostingDays {
  private static final int MOST_DAYS = 30;

  private record Key(String source, LocalDate day) {}

  private final Map<Key, PostingDay> counts = new HashMap<>();
  private final List<LocalDate> days = new ArrayList<>();
  private final List<String> sources;

  public PostingDays(List<PostingDay> rows) {
    rows.forEach(row -> counts.put(new Key(row.source(), row.day()), row));
    sources = List.copyOf(new TreeSet<>(rows.stream().map(PostingDay::source).toList()));
    rows.stream().map(PostingDay::day).max(LocalDate::compareTo).ifPresent(last -> {
      for (int ago = MOST_DAYS - 1; ago >= 0; ago--) {
        days.add(last.minusDays(ago));
      }
    });
  }

  /** The same days with one source only. */
  public PostingDays only(String source) {
    PostingDays one = new PostingDays(counts.values().stream().filter(row -> row.source().equals(source)).toList());
    one.days.clear();
    one.days.addAll(days);
    return one;
  }

  public List<LocalDate> days() {
    return List.copyOf(days);
  }

  public List<String> sources() {
    return sources;
  }

  public boolean isEmpty() {
    return counts.isEmpty();
  }

  public long count(String source, LocalDate day) {
    PostingDay row = counts.get(new Key(source, day));
    return row == null ? 0 : row.postings();
  }

  /** How much of a day's postings state pay; empty where there were none. */
  public Optional<PostingDay> of(String source, LocalDate day) {
    return Optional.ofNullable(counts.get(new Key(source, day))).filter(row -> row.postings() > 0);
  }

  public long total(String source) {
    return days.stream().mapToLong(day -> count(source, day)).sum();
  }

  public long statingPay(String source) {
    return days.stream().flatMap(day -> of(source, day).stream()).mapToLong(PostingDay::statingPay).sum();
  }

  public long busiestDay() {
    return days.stream().mapToLong(day -> sources.stream().mapToLong(source -> count(source, day)).sum()).max().orElse(0);
  }

  /** "23 Oct to 21 Nov 2026". */
  public String span() {
    return days.isEmpty() ? "no days" : Times.shortDay(days.getFirst()) + " to " + Times.day(days.getLast());
  }
}
