package sluice.prove.planted;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a test class of one room in a process of their own, which has this process's class path. */
final class TestProcess {
  private static final Duration LONGEST = Duration.ofSeconds(120);
  /** Walks of the workflow need it; where it is missing they are skipped, and say so. */
  private static final String LOCAL_PYTHON = "SLUICE_LOCAL_PYTHON";

  private final Path root;

  TestProcess(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** How the tests ended, and {@link TestRun}'s line about it. */
  record Ended(int exit, String line) {}

  /**
   * @param first classes in this folder stand before those of the build
   * @param folder the room's, or a copy of it: tests read files of the project relative to it
   */
  Ended run(Path first, String room, Path folder, String test) throws IOException {
    Path said = Files.createTempFile("tests", ".txt");
    List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-Daws.region=eu-central-1",
        "-cp", String.join(File.pathSeparator, first.toString(), System.getProperty("java.class.path"), classes(room)), TestRun.class.getName(), test);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(said.toFile());
    Path python = root.resolve(".sluice/venv/ministack/bin/python");
    if (Files.isExecutable(python)) {
      builder.environment().putIfAbsent(LOCAL_PYTHON, python.toString());
    }
    Process process = builder.start();
    try {
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        return new Ended(TestRun.FAILED, "still running after " + LONGEST.toSeconds() + " s");
      }
      return new Ended(process.exitValue(), lastLine(said));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while tests ran", stop);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Files.delete(said);
    }
  }

  private String classes(String room) {
    return root.resolve(room).resolve("target/test-classes").toString();
  }

  private static String lastLine(Path said) throws IOException {
    try (Stream<String> lines = Files.lines(said, StandardCharsets.UTF_8)) {
      return lines.filter(line -> !line.isBlank()).reduce((before, last) -> last).orElse("nothing was said");
    }
  }
}
