package sluice.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import sluice.local.world.Home;
import sluice.local.world.Project;
import sluice.local.world.Tools;

/** What a command works with; made once from the environment, so that nothing below reads it again. */
public record Surroundings(Project project, Home home, Tools tools, Clock clock, Instant launched, Map<String, String> environment) {

  static Surroundings fromEnvironment(Map<String, String> environment, Clock clock) {
    Path root = Path.of(environment.getOrDefault("SLUICE_ROOT", "."));
    Path home = Path.of(environment.getOrDefault("SLUICE_HOME", root.resolve(".sluice").toString()));
    Instant launched = environment.containsKey("SLUICE_STARTED_MS")
        ? Instant.ofEpochMilli(Long.parseLong(environment.get("SLUICE_STARTED_MS")))
        : clock.instant();
    return new Surroundings(new Project(root), new Home(home), Tools.fromEnvironment(environment), clock, launched, Map.copyOf(environment));
  }

  Duration sinceLaunch() {
    return Duration.between(launched, clock.instant());
  }
}
