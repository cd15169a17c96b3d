package sluice.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sluice.report.model.Stage;

/** Stages as they are read: room after room as the run came to them, a room's own time before its datasets' shares. */
final class StageOrder {
  private StageOrder() {}

  static List<Stage> of(List<Stage> stages) {
    Map<String, List<Stage>> rooms = stages.stream()
        .sorted(Comparator.comparing(Stage::start))
        .collect(Collectors.groupingBy(Stage::room, LinkedHashMap::new, Collectors.toList()));
    List<Stage> ordered = new ArrayList<>();
    rooms.values().forEach(room -> room.stream()
        .sorted(Comparator.comparing((Stage stage) -> stage.dataset().isPresent()).thenComparing(Stage::start))
        .forEach(ordered::add));
    return ordered;
  }

  /** The whole of a room whose datasets are also told one by one. */
  static boolean isSum(Stage stage, List<Stage> stages) {
    return stage.dataset().isEmpty()
        && stages.stream().anyMatch(other -> other.room().equals(stage.room()) && other.dataset().isPresent());
  }
}
