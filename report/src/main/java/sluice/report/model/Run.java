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
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.FailedSource;
import sluice.lake.ledger.Failure;
import sluice.lake.ledger.RunRecord;
import sluice.lake.ledger.RunStatus;

/** One run as the ledger remembers it. */
public record Run(
    String id,
    RunStatus status,
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

  /** What the ledger holds of it. */
  public static Run of(RunRecord record) {
    return new Run(record.runId().value(), record.status(), record.trigger() == null ? "unknown" : record.trigger(), record.startedAt(),
        Duration.ofMillis(Math.round(record.seconds() * 1000)), record.datasets(), record.marts(), record.optionalFailed(),
        Optional.ofNullable(record.failure()));
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
