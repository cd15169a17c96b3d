package sluice.report.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One run as the ledger remembers it. */
public record Run(
    String id,
    Status status,
    String trigger,
    Instant startedAt,
    Duration took,
    Map<String, Counts> datasets,
    Map<String, Long> marts,
    List<FailedSource> optionalFailed,
    Optional<Failure> failure) {
  public Run {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(took, "took");
    datasets = sorted(datasets);
    marts = sorted(marts);
    optionalFailed = List.copyOf(optionalFailed);
  }

  public Counts total() {
    return totalOf(datasets.keySet());
  }

  public Counts totalOf(Set<String> names) {
    return names.stream().map(name -> datasets.getOrDefault(name, Counts.NONE)).reduce(Counts.NONE, Counts::plus);
  }

  // Sorted, so that the same run gives the same page.
  private static <V> SortedMap<String, V> sorted(Map<String, V> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
