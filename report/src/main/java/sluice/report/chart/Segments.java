package sluice.report.chart;

import java.util.Arrays;
import java.util.List;
import sluice.lake.ledger.Counts;

/**
 * How one full bar is divided. Three rows of a thousand would be thinner than a hair, and they are what the reader came
 * for: so no part is drawn thinner than 1 % (3 px on a phone), at the cost of the widest.
 */
record Segments(List<Segment> segments, boolean widened) {
  private static final double THINNEST = 0.01;

  record Segment(RowVerdict verdict, double width) {}

  static Segments of(Counts counts) {
    List<RowVerdict> present = Arrays.stream(RowVerdict.values()).filter(verdict -> verdict.of(counts) > 0).toList();
    double sum = present.stream().mapToLong(verdict -> verdict.of(counts)).sum();
    double added = 0;
    RowVerdict widest = null;
    for (RowVerdict verdict : present) {
      added += Math.max(0, THINNEST - verdict.of(counts) / sum);
      widest = widest == null || verdict.of(counts) > widest.of(counts) ? verdict : widest;
    }
    double taken = added;
    RowVerdict giver = widest;
    List<Segment> segments = present.stream()
        .map(verdict -> new Segment(verdict, Math.max(THINNEST, verdict.of(counts) / sum) - (verdict == giver ? taken : 0)))
        .toList();
    return new Segments(segments, added > 0);
  }
}
