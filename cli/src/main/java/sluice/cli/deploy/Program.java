package sluice.cli.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks a program of this machine something short. */
final class Program {
  private Program() {}

  record Answer(int exit, String text) {}

  /** Its standard output; empty where there is no such program. */
  static Optional<Answer> ask(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(new Answer(process.waitFor(), text.strip()));
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }
}
