package sluice.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import sluice.lake.problem.Problem;
import sluice.local.world.Origin;

/** Origins as people and files write them: {@code sample:7}, {@code recorded:/folder}, {@code live}. */
final class Origins {
  static final long DEFAULT_SEED = 7;

  private Origins() {}

  static String text(Origin origin) {
    return switch (origin) {
      case Origin.Sample sample -> "sample:" + sample.seed();
      case Origin.Recorded recorded -> "recorded:" + recorded.folder();
      case Origin.Live ignored -> "live";
    };
  }

  static Origin parse(String text) {
    String[] parts = text.split(":", 2);
    return switch (parts[0]) {
      case "sample" -> new Origin.Sample(Long.parseLong(parts[1]));
      case "recorded" -> new Origin.Recorded(Path.of(parts[1]));
      case "live" -> new Origin.Live();
      default -> throw new IllegalArgumentException("expected sample:SEED, recorded:FOLDER or live, found " + text);
    };
  }

  /** What the options ask for; a folder that cannot be the recorded data is refused before anything starts. */
  static Origin chosen(Path data, Long seed) {
    if (data == null) {
      return new Origin.Sample(seed == null ? DEFAULT_SEED : seed);
    }
    if (seed != null) {
      throw new CommandException(Exit.WRONG_INPUT, Problem.error("W010", "--data and --seed exclude each other")
          .found("--data " + data + " --seed " + seed)
          .expected("recorded rows (--data) or generated ones (--seed)"));
    }
    for (String part : new String[] {"nofluffjobs/api_search", "devitjobs_family", "fx"}) {
      if (!Files.isDirectory(data.resolve(part))) {
        throw new CommandException(Exit.WRONG_INPUT, Problem.error("W011", "--data " + data + " is not a folder of recorded data")
            .found(Files.isDirectory(data) ? "a folder without " + part + "/" : "no folder of that name")
            .expected("a folder with nofluffjobs/api_search/, devitjobs_family/ and fx/")
            .next("leave --data out to use generated rows"));
      }
    }
    return new Origin.Recorded(data);
  }
}
