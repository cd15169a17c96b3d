package sluice.lake.aws;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import sluice.lake.json.Json;

/** The local world's AWS in a process of its own; its lifeline ends it with this JVM, however that ends. */
final class MiniStack extends LocalAwsExtension {
  private static final String PYTHON = "SLUICE_LOCAL_PYTHON";
  private static final String READY = "READY ";

  private final Optional<String> python = Optional.ofNullable(System.getenv(PYTHON)).filter(path -> !path.isBlank());

  @Override
  Optional<String> absence() {
    return python.isPresent() ? Optional.empty() : Optional.of("no MiniStack to ask: " + PYTHON + " does not name a Python that has it");
  }

  @Override
  Running start() {
    try {
      return new Emulator(python.orElseThrow());
    } catch (IOException cannotStart) {
      throw new UncheckedIOException("cannot start MiniStack with " + python.orElseThrow(), cannotStart);
    }
  }

  private static final class Emulator implements Running {
    private final Process process;
    private final LocalAws aws;

    Emulator(String python) throws IOException {
      Path log = Files.createTempFile("ministack", ".log");
      log.toFile().deleteOnExit();
      ProcessBuilder builder = new ProcessBuilder(python, "-m", "sluice_ministack", "--lifeline").redirectError(log.toFile());
      // What a person's shell says of another world must not reach this one.
      builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("SLUICE_"));
      builder.environment().putAll(Map.of(
          "GATEWAY_PORT", "0", "PYTHONPATH", room().toString(), "PYTHONDONTWRITEBYTECODE", "1"));
      this.process = builder.start();
      BufferedReader output = process.inputReader();
      String line = output.readLine();
      if (line == null || !line.startsWith(READY)) {
        close();
        throw new AssertionError("expected READY of MiniStack, found " + line + ": " + Files.readString(log));
      }
      this.aws = new LocalAws(URI.create(Json.MAPPER.readTree(line.substring(READY.length())).path("endpoint").asText()));
    }

    @Override
    public LocalAws aws() {
      return aws;
    }

    @Override
    public void close() {
      process.destroy();
      process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join().destroyForcibly();
    }

    private static Path room() {
      Path folder = Path.of("").toAbsolutePath();
      while (!Files.isDirectory(folder.resolve("local/ministack"))) {
        folder = folder.getParent();
      }
      return folder.resolve("local/ministack");
    }
  }
}
