package sluice.local.sites;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the sites were started with, checked: a wrong option is refused with its name, what was expected and what was found. */
public record SitesOptions(int port, int postgresPort, Optional<Path> data, long seed, Path stateDir, Path postgresBinaries, LocalDate today,
    int adverts, int postings, boolean lifeline) {
  private static final Set<String> NAMES = Set.of("port", "postgres-port", "data", "seed", "state-dir", "postgres-binaries", "today", "adverts", "postings");
  private static final int MOST_ROWS = 100_000;

  /** {@code clockToday} is the day of generated data when {@code --today} is not given. */
  static SitesOptions parse(List<String> arguments, LocalDate clockToday) {
    Map<String, String> given = new HashMap<>();
    boolean lifeline = false;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--lifeline")) {
        lifeline = true;
        continue;
      }
      String name = argument.startsWith("--") ? argument.substring(2) : argument;
      if (!argument.startsWith("--") || !NAMES.contains(name)) {
        throw new IllegalArgumentException("expected --lifeline or one of --" + String.join(", --", NAMES.stream().sorted().toList()) + ", found " + argument);
      }
      if (++i == arguments.size()) {
        throw new IllegalArgumentException(argument + ": expected a value, found the end of the line");
      }
      given.put(name, arguments.get(i));
    }
    return checked(given, lifeline, clockToday);
  }

  private static SitesOptions checked(Map<String, String> given, boolean lifeline, LocalDate clockToday) {
    if (!given.containsKey("state-dir")) {
      throw new IllegalArgumentException("--state-dir: expected a folder, found nothing");
    }
    Path state = Path.of(given.get("state-dir")).toAbsolutePath().normalize();
    Path binaries = Optional.ofNullable(given.get("postgres-binaries")).map(Path::of).orElse(state.resolve("postgres-binaries"));
    return new SitesOptions(number(given, "port", 0, 65_535), number(given, "postgres-port", 0, 65_535), data(given),
        number(given, "seed", 7, Integer.MAX_VALUE), state, binaries.toAbsolutePath(), today(given, clockToday),
        number(given, "adverts", 300, MOST_ROWS), number(given, "postings", 450, MOST_ROWS), lifeline);
  }

  private static Optional<Path> data(Map<String, String> given) {
    Optional<Path> data = Optional.ofNullable(given.get("data")).filter(name -> !name.equals("none")).map(Path::of);
    data.filter(folder -> !Files.isDirectory(folder)).ifPresent(missing -> {
      throw new IllegalArgumentException("--data: expected a folder or none, found " + missing);
    });
    return data;
  }

  private static LocalDate today(Map<String, String> given, LocalDate clockToday) {
    String text = given.get("today");
    try {
      return text == null ? clockToday : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("--today: expected a date as 2026-01-31, found " + text, e);
    }
  }

  private static int number(Map<String, String> given, String name, int fallback, int most) {
    String text = given.getOrDefault(name, Integer.toString(fallback));
    if (!text.matches("\\d{1,10}") || Long.parseLong(text) > most) {
      throw new IllegalArgumentException("--" + name + ": expected a whole number up to " + most + ", found " + text);
    }
    return Integer.parseInt(text);
  }
}
