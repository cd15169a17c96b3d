package sluice.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import sluice.lake.problem.Problem;

/** Asks a person to type a name before something that is not easily taken back. */
final class Confirmation {
  private final InputStream typed;
  private final Console console;

  Confirmation(InputStream typed, Console console) {
    this.typed = typed;
    this.console = console;
  }

  /** Anything but the name ends the command. */
  void require(String question, String name) throws IOException {
    console.journey(question + " Type the environment's name, " + name + ":");
    String line = new BufferedReader(new InputStreamReader(typed, StandardCharsets.UTF_8)).readLine();
    if (!name.equals(line == null ? null : line.strip())) {
      throw new CommandException(Exit.WRONG_INPUT, Problem.error("W115", "this was not confirmed").expected(name)
          .found(line == null ? "nothing: there is nobody to ask" : line).safe("nothing was changed"));
    }
  }
}
