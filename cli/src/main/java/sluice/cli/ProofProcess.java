package sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sluice.lake.json.Json;
import sluice.lake.problem.Problem;

/**
 * Runs the room {@code prove/} in a process of its own: nothing may depend on that room, as it carries test doubles and a
 * test engine.
 */
final class ProofProcess {
  private static final String MAIN = "sluice.prove.ProveMain";

  private final Path root;

  ProofProcess(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** The proof's report, a JSON object; what is wrong with its input leaves as an exception. */
  JsonNode run(String... proof) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-Dstdout.encoding=UTF-8",
        "-cp", classPath(), MAIN));
    command.addAll(List.of(proof));
    Process process = new ProcessBuilder(command).directory(root.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      byte[] said = process.getInputStream().readAllBytes();
      int exit = process.waitFor();
      JsonNode document = Json.MAPPER.readTree(said);
      if (exit == Exit.WRONG_INPUT.code) {
        throw new CommandException(Exit.WRONG_INPUT, List.of(Json.MAPPER.treeToValue(document, Problem[].class)));
      }
      if (exit != 0) {
        throw new IllegalStateException("the process of ./sluice prove " + proof[0] + " ended with " + exit);
      }
      return document;
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }

  private String classPath() throws IOException {
    Path built = root.resolve("prove/target/classpath.txt");
    if (Files.notExists(built)) {
      throw new CommandException(Exit.NOT_READY, Problem.error("W092", "the room prove/ is not built").expected(built.toString())
          .next("mvn -pl prove -am package -DskipTests"));
    }
    return root.resolve("prove/target/prove-0.1.0.jar") + File.pathSeparator + Files.readString(built).strip();
  }
}
