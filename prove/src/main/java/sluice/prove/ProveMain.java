package sluice.prove;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import sluice.lake.json.Json;
import sluice.lake.problem.InvalidInputException;
import sluice.prove.faults.FaultProof;
import sluice.prove.planted.PlantedProof;

/**
 * A process for one proof: {@code faults}, or {@code planted} with the project's folder. It prints what came of it as one
 * JSON document, {@link sluice.prove.faults.FaultReport} or {@link sluice.prove.planted.PlantedReport}; or, with exit code
 * {@value #WRONG_INPUT}, the problems of its input as an array.
 */
public final class ProveMain {
  public static final int WRONG_INPUT = 2;

  private ProveMain() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("sluice-prove");
    int exit = 0;
    try {
      Object report = switch (arguments[0]) {
        case "faults" -> FaultProof.of(folder);
        case "planted" -> new PlantedProof(Path.of(arguments[1]), folder).report();
        default -> throw new IllegalArgumentException("expected faults or planted, found " + arguments[0]);
      };
      System.out.println(Json.MAPPER.writeValueAsString(report));
    } catch (InvalidInputException wrong) {
      System.out.println(Json.MAPPER.writeValueAsString(wrong.problems()));
      exit = WRONG_INPUT;
    } finally {
      clear(folder);
    }
    System.exit(exit);
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
