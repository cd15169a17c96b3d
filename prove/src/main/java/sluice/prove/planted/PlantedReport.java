package sluice.prove.planted;

import java.util.List;

/** Which bugs were caught, and the names of those that were not. */
public record PlantedReport(List<Hunted> bugs, List<String> missed) {
  PlantedReport(List<Hunted> bugs) {
    this(List.copyOf(bugs), bugs.stream().filter(bug -> !bug.caught()).map(Hunted::name).toList());
  }

  /**
   * One bug.
   *
   * @param by the test that failed because of it; where none did, why not
   */
  public record Hunted(String name, String defect, boolean caught, String by, double seconds) {}
}
