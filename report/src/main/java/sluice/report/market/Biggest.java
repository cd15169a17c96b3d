package sluice.report.market;

import java.util.Comparator;
import java.util.List;

/**
 * The groups worth drawing: named by enough postings that a quartile says something, the most named of them, sorted by
 * median; and the others, so that they can at least be named.
 *
 * @param threshold postings with pay that a group needed
 * @param lowered whether the data was too small for the usual threshold
 */
public record Biggest(List<PayRange> drawn, List<PayRange> others, int threshold, boolean lowered) {
  private static final int[] THRESHOLDS = {20, 10, 5, 3};
  private static final int ENOUGH_GROUPS = 6;
  private static final int MOST_GROUPS = 12;

  public static Biggest of(List<PayRange> ranges) {
    int threshold = threshold(ranges);
    List<PayRange> byPostings = ranges.stream()
        .sorted(Comparator.comparingLong(PayRange::postings).reversed().thenComparing(PayRange::group))
        .toList();
    List<PayRange> drawn = byPostings.stream().filter(range -> range.postings() >= threshold).limit(MOST_GROUPS).toList();
    return new Biggest(
        drawn.stream().sorted(Comparator.comparingDouble(PayRange::median).reversed()).toList(),
        byPostings.stream().filter(range -> !drawn.contains(range)).toList(),
        threshold,
        threshold < THRESHOLDS[0]);
  }

  // Lowered only as far as needed, and never to where one advert makes the median.
  private static int threshold(List<PayRange> ranges) {
    for (int threshold : THRESHOLDS) {
      if (ranges.stream().filter(range -> range.postings() >= threshold).count() >= ENOUGH_GROUPS) {
        return threshold;
      }
    }
    return THRESHOLDS[THRESHOLDS.length - 1];
  }
}
