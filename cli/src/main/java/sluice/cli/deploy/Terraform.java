package sluice.cli.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sluice.cli.CommandException;
import sluice.cli.Console;
import sluice.cli.Exit;
import sluice.cli.Surroundings;
import sluice.lake.problem.Problem;

/** Terraform on the stacks of one environment, by {@code infra-terraform/stack.sh}, which GitHub's workflow calls too. */
final class Terraform {
  private static final String LOCK = "acquiring the state lock";

  private final Surroundings surroundings;
  private final Console console;
  private final String environment;
  private final Path root;

  Terraform(Surroundings surroundings, Console console, String environment) {
    this.surroundings = surroundings;
    this.console = console;
    this.environment = environment;
    this.root = surroundings.project().root();
  }

  enum Verb {
    PLAN(StackChanges.Tense.PLANNED),
    APPLY(StackChanges.Tense.DONE),
    DESTROY(StackChanges.Tense.DONE);

    private final StackChanges.Tense tense;

    Verb(StackChanges.Tense tense) {
      this.tense = tense;
    }
  }

  /** What it would change, or has changed; what goes wrong ends the command with Terraform's reasons. */
  StackChanges run(Verb verb, Stack stack) throws IOException, InterruptedException {
    TerraformLines lines = new TerraformLines(stack, root);
    StackProgress progress = new StackProgress(console, surroundings.clock(), stack.word());
    Script script = new Script(root, "stack.sh", surroundings.home().logs(), console);
    Script.Ended ended = script.run(line -> {
      lines.accept(line);
      progress.beat(lines.progress());
    }, verb.name().toLowerCase(Locale.ROOT), stack.word(), environment, "-json");
    if (!ended.well()) {
      throw failed(verb, stack, lines.problems(), ended);
    }
    progress.end(lines.changes().text(verb.tense));
    return lines.changes();
  }

  private CommandException failed(Verb verb, Stack stack, List<Problem> problems, Script.Ended ended) {
    if (problems.isEmpty()) {
      return new CommandException(Exit.NO, Problem.error("W111", "Terraform could not start in stack " + stack.word())
          .found(String.join("\n", ended.said()))
          .next("read " + ended.log(), "where Terraform's registry is out of reach, SLUICE_TF_PLUGIN_DIR names a folder with the provider"));
    }
    if (verb == Verb.PLAN) {
      return new CommandException(Exit.NO, problems);
    }
    Optional<Problem> lock = problems.stream().filter(problem -> problem.what().contains(LOCK)).findFirst();
    return lock.isPresent()
        ? new CommandException(Exit.BUSY, lock.get().safe("nothing was changed in this stack: another deployment is at it")
            .next("wait for it; who it is stands above", "only where it was certainly killed: infra-terraform/stack.sh unlock " + stack.word() + " " + environment + " ID"))
        : new CommandException(Exit.NO, problems.stream()
            .map(problem -> problem.safe("what was done before stays; the same command goes on from there")).toList());
  }
}
