package sluice.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sluice.report.model.Stage;

/**
 * The stages a run waited for: going back from its end, always the one that ended last before the next began. Where a
 * room tells its datasets one by one, the slowest of them was waited for, and the room's sum with it.
 */
final class CriticalPath {
  private static final long CLOCK_SKEW_MS = 50;

  private CriticalPath() {}

  static List<Stage> of(List<Stage> stages) {
    List<Stage> path = back(stages.stream().filter(stage -> !StageOrder.isSum(stage, stages)).toList());
    stages.stream()
        .filter(stage -> StageOrder.isSum(stage, stages))
        .filter(sum -> path.stream().anyMatch(stage -> stage.room().equals(sum.room())))
        .forEach(path::add);
    return path;
  }

  private static List<Stage> back(List<Stage> stages) {
    List<Stage> path = new ArrayList<>();
    Optional<Stage> next = stages.stream().max(Comparator.comparing(Stage::end));
    while (next.isPresent()) {
      Stage later = next.get();
      path.addFirst(later);
      next = stages.stream()
          .filter(stage -> !path.contains(stage))
          .filter(stage -> stage.end().toMillis() <= later.start().toMillis() + CLOCK_SKEW_MS)
          .filter(stage -> stage.start().compareTo(later.start()) < 0)
          .max(Comparator.comparing(Stage::end));
    }
    return path;
  }
}
