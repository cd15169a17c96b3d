package sluice.report.chart;

import java.util.Locale;
import java.util.function.ToLongFunction;
import sluice.lake.ledger.Counts;

/** What a row can end as; the last is a broken promise. */
enum RowVerdict {
  ACCEPTED("accepted", Counts::accepted),
  DUPLICATE("duplicate", Counts::duplicates),
  QUARANTINED("quarantined", Counts::quarantined),
  MISSING("without a verdict", counts -> Math.max(0, counts.missing()));

  private final String word;
  private final ToLongFunction<Counts> count;

  RowVerdict(String word, ToLongFunction<Counts> count) {
    this.word = word;
    this.count = count;
  }

  String word() {
    return word;
  }

  String css() {
    return "v-" + name().toLowerCase(Locale.ROOT);
  }

  long of(Counts counts) {
    return count.applyAsLong(counts);
  }
}
