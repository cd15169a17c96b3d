package sluice.report.chart;

import java.util.List;
import java.util.stream.IntStream;
import sluice.report.html.Markup;

/** An axis from 0 whose step, not whose end, is a round number: 1, 2, 2.5 or 5 times a power of ten. */
public record Scale(double step, int steps) {
  private static final double[] ROUND = {1, 2, 2.5, 5, 10};
  private static final double[] WHOLE = {1, 2, 5, 10};

  /** For things that can be halved: money, seconds. */
  public static Scale ofAmounts(double most, int about) {
    return of(most, about, ROUND, 0);
  }

  /** For things that come whole: its ticks are integers. */
  public static Scale ofCounts(long most, int about) {
    return of(most, about, WHOLE, 1);
  }

  /** From 0 to 1 in quarters. */
  public static Scale ofShares() {
    return new Scale(0.25, 4);
  }

  private static Scale of(double most, int about, double[] round, double least) {
    if (!(most > 0)) {
      return new Scale(1, 1);
    }
    double wanted = most / about;
    double power = Math.pow(10, Math.floor(Math.log10(wanted)));
    double step = 10 * power;
    for (double factor : round) {
      // The hair's breadth absorbs what division leaves behind, so that 100 in 4 steps is 25 and not 50.
      if (factor * power >= wanted * (1 - 1e-9)) {
        step = factor * power;
        break;
      }
    }
    step = Math.max(step, least);
    return new Scale(step, (int) Math.ceil(most / step - 1e-9));
  }

  public double end() {
    return step * steps;
  }

  public List<Double> ticks() {
    return IntStream.rangeClosed(0, steps).mapToObj(i -> i * step).toList();
  }

  /** Where a value lies, 0 at the start and 1 at the end. */
  public double share(double value) {
    return Math.clamp(value / end(), 0, 1);
  }

  public String at(double value) {
    return Markup.percent(share(value));
  }
}
