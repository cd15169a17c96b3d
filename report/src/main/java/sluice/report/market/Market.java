package sluice.report.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the curated views told about the job market when the page was made.
 *
 * @param publishedAt when readers got to see it
 * @param publishedBy the run that published it
 * @param newestRate the day of the newest exchange rate
 */
public record Market(
    Optional<Instant> publishedAt,
    Optional<String> publishedBy,
    List<SourceState> sources,
    Optional<LocalDate> newestRate,
    List<PayRange> payByTechnology,
    List<PayRange> payBySeniority,
    List<PostingDay> days) {
  public Market {
    sources = List.copyOf(sources);
    payByTechnology = List.copyOf(payByTechnology);
    payBySeniority = List.copyOf(payBySeniority);
    days = List.copyOf(days);
  }

  public long postings() {
    return sources.stream().mapToLong(SourceState::postings).sum();
  }

  public long statingPay() {
    return sources.stream().mapToLong(SourceState::statingPay).sum();
  }

  public Optional<LocalDate> newestPosting() {
    return sources.stream().flatMap(source -> source.newestPosting().stream()).max(LocalDate::compareTo);
  }
}
