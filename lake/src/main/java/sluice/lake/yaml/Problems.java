package sluice.lake.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Problem;

/** Collects what is wrong while a reader goes on, up to a number that a person still reads. */
final class Problems {
  static final int AT_MOST = 20;
  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparingInt((Problem problem) -> problem.line() == null ? 0 : problem.line())
          .thenComparingInt(problem -> problem.column() == null ? 0 : problem.column());

  private final List<Problem> found = new ArrayList<>();

  void add(Problem problem) {
    // An alias is read in every place it stands; what is wrong with it is said once.
    if (found.size() < AT_MOST && !found.contains(problem)) {
      found.add(problem);
    }
  }

  boolean any() {
    return !found.isEmpty();
  }

  /** In the order of the file, which is how a person mends it, and not in the order of reading. */
  void throwIfAny() {
    if (any()) {
      throw new InvalidInputException(found.stream().sorted(BY_PLACE).toList());
    }
  }

  <T> T collect(YamlNode node, Function<YamlNode, T> reader) {
    T value;
    try {
      value = reader.apply(node);
    } catch (IllegalArgumentException afterAProblem) {
      // A reader that builds its value from the harmless stand-ins for wrong entries may be refused by that value.
      throwIfAny();
      throw afterAProblem;
    }
    throwIfAny();
    return value;
  }
}
