package sluice.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The stages that a person follows, in the order of the flow, and the workflow's states that belong to each. */
enum Stage {
  EXTRACT(Set.of("Check the rules", "Extract every source", "Receive the batch")),
  GATE(Set.of("Gate every dataset")),
  CATALOG(Set.of("Look at the crawler", "Wait out the other crawl", "Start the crawl", "Wait for the crawl", "Ask how the crawl goes")),
  BUILD(Set.of("Prepare the build", "Build the marts")),
  QUALITY(Set.of("Check the quality")),
  PUBLISH(Set.of("Publish the marts")),
  TELL(Set.of("Record the run", "Announce the marts", "Send the notice"));

  private final Set<String> states;

  Stage(Set<String> states) {
    this.states = states;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The stage that a failure's word belongs to; empty for one before the first stage. */
  static Optional<Stage> ofFailure(String word) {
    return Optional.ofNullable(switch (word) {
      case "extract", "receive" -> EXTRACT;
      case "validate", "gate" -> GATE;
      case "crawl" -> CATALOG;
      case "prepare", "build" -> BUILD;
      case "quality" -> QUALITY;
      case "publish" -> PUBLISH;
      case "record" -> TELL;
      default -> null;
    });
  }

  static Optional<Stage> of(String state) {
    for (Stage stage : values()) {
      if (stage.states.contains(state)) {
        return Optional.of(stage);
      }
    }
    return Optional.empty();
  }
}
