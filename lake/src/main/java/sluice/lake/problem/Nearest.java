package sluice.lake.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that a mistyped one was most likely meant to be. */
public final class Nearest {
  // No honest name is longer, and the comparison takes time and memory with the product of the lengths.
  private static final int LONGEST = 80;

  private Nearest() {}

  /** Nothing where every word is too far away to be a typing error. */
  public static Optional<String> to(String typed, Collection<String> words) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    int allowed = Math.max(1, typed.length() / 3);
    return words.stream()
        .filter(word -> word.length() <= LONGEST && distance(typed, word) <= allowed)
        .min(Comparator.comparingInt((String word) -> distance(typed, word)).thenComparing(Comparator.naturalOrder()));
  }

  /** Letters to add, leave out, replace or swap with their neighbour. */
  private static int distance(String typed, String word) {
    String a = typed.toLowerCase(Locale.ROOT);
    String b = word.toLowerCase(Locale.ROOT);
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : cheapest(steps, a, b, i, j);
      }
    }
    return steps[a.length()][b.length()];
  }

  private static int cheapest(int[][] steps, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best = Math.min(steps[i - 1][j - 1] + (same ? 0 : 1), Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
    boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
  }
}
