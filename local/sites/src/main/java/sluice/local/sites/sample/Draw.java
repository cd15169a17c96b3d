package sluice.local.sites.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws from a seed: the same seed and purpose give the same draws, whatever else is generated. */
public final class Draw {
  private final SplittableRandom random;

  public Draw(long seed, String purpose) {
    this.random = new SplittableRandom(31 * seed + purpose.hashCode());
  }

  public <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** True in about {@code percent} of a hundred draws. */
  public boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** Between {@code from} and {@code to}, both included. */
  public int between(int from, int to) {
    return random.nextInt(from, to + 1);
  }

  public long longBetween(long from, long to) {
    return random.nextLong(from, to + 1);
  }

  /** Of the standard normal distribution. */
  public double gauss() {
    return random.nextGaussian();
  }

  /** {@code count} different choices, or all when there are fewer. */
  public <T> List<T> some(List<T> choices, int count) {
    List<T> left = new ArrayList<>(choices);
    List<T> taken = new ArrayList<>();
    while (taken.size() < count && !left.isEmpty()) {
      taken.add(left.remove(random.nextInt(left.size())));
    }
    return taken;
  }
}
