package sluice.cli.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.cli.CommandException;
import sluice.cli.Console;
import sluice.cli.Exit;
import sluice.cli.Surroundings;
import sluice.cli.deploy.Terraform.Verb;
import sluice.cli.installation.AwsInstallation;
import sluice.cli.installation.Environment;
import sluice.cli.installation.Installation;
import sluice.lake.problem.Problem;
import sluice.lake.source.Sources;

/** Brings an environment to the commit that is checked out, or takes it down; what it needs is made sure of before anything is changed. */
public final class Deployment implements AutoCloseable {
  /** What compute looks up of foundation while it is planned. */
  private static final String LOOKED_UP = "aws_kms_alias.this";

  private final Surroundings surroundings;
  private final Console console;
  private final Environment environment;
  private final Installation here;
  private final String commit;
  private final Terraform terraform;

  private Deployment(Surroundings surroundings, Console console, Environment environment, Installation here, String commit) {
    this.surroundings = surroundings;
    this.console = console;
    this.environment = environment;
    this.here = here;
    this.commit = commit;
    this.terraform = new Terraform(surroundings, console, environment.name());
  }

  /** What to do where there is no bucket for Terraform's state. */
  public enum StateBucketMissing {
    REFUSE,
    MAKE
  }

  /** What a stack would come to; without changes it cannot be planned before foundation was applied. */
  public record Planned(Stack stack, Optional<StackChanges> changes) {}

  /**
   * What a deployment has come to.
   *
   * @param images those that run, all tagged with the commit
   * @param waitingSecrets made, but without a value
   */
  public record Applied(List<StackChanges> stacks, List<String> images, List<String> waitingSecrets) {}

  public static Deployment open(Surroundings surroundings, Console console, Environment environment, StateBucketMissing whenMissing)
      throws InterruptedException {
    Preflight.Commit commit = new Preflight(surroundings.project().root()).require();
    console.journey(environment.place() + " · commit " + commit.id());
    if (commit.dirty()) {
      console.journey(console.mark(Console.Mark.LOOK) + " The working copy differs from the commit: functions and stacks are of it, images of the commit.");
    }
    AwsInstallation here = AwsInstallation.open(environment);
    boolean ready = false;
    try {
      if (new StateBucket(environment, here).require(whenMissing)) {
        console.journey(console.mark(Console.Mark.OK) + " Made the bucket " + environment.stateBucket() + ", versioned and private.");
      }
      ready = true;
      return new Deployment(surroundings, console, environment, here, commit.id());
    } finally {
      if (!ready) {
        here.close();
      }
    }
  }

  public String commit() {
    return commit;
  }

  /** Changes nothing. */
  public List<Planned> plan() throws IOException, InterruptedException {
    List<Planned> planned = new ArrayList<>();
    boolean foundationIsThere = true;
    for (Stack stack : Stack.values()) {
      if (stack == Stack.COMPUTE && !foundationIsThere) {
        planned.add(new Planned(stack, Optional.empty()));
        continue;
      }
      StackChanges changes = terraform.run(Verb.PLAN, stack);
      planned.add(new Planned(stack, Optional.of(changes)));
      if (stack == Stack.FOUNDATION) {
        foundationIsThere = !changes.changes().contains(new StackChanges.Change(LOOKED_UP, "create"));
      }
    }
    return planned;
  }

  /** Ends when AWS was seen to run the commit. */
  public Applied apply() throws IOException, InterruptedException {
    List<StackChanges> stacks = new ArrayList<>();
    stacks.add(terraform.run(Verb.APPLY, Stack.FOUNDATION));
    stacks.add(terraform.run(Verb.APPLY, Stack.CONTRACTS));
    List<String> images = new Images(surroundings, console, environment.name()).require(commit);
    stacks.add(terraform.run(Verb.APPLY, Stack.COMPUTE));
    look();
    return new Applied(stacks, images, new WaitingSecrets(here).among(Sources.readAll(surroundings.project().extractors())));
  }

  private void look() throws IOException, InterruptedException {
    Path root = surroundings.project().root();
    Script.Ended ended = new Script(root, "deployed.sh", surroundings.home().logs(), console).run(line -> { }, environment.name());
    if (!ended.well()) {
      throw new CommandException(Exit.NO, Problem.error("W114", "Terraform is done, but AWS does not run the commit yet")
          .expected("every alias, function image and CodeBuild's image at " + commit).found(String.join("\n", ended.said()))
          .next("the same command again", "read " + ended.log()));
    }
  }

  /** What holds data stays, unless the environment's file lets it go. */
  public List<StackChanges> destroy() throws IOException, InterruptedException {
    List<StackChanges> stacks = new ArrayList<>();
    if (environment.dataIsDisposable()) {
      // Buckets learn that they may go with what is in them.
      terraform.run(Verb.APPLY, Stack.FOUNDATION);
    }
    for (Stack stack : environment.dataIsDisposable() ? List.of(Stack.COMPUTE, Stack.CONTRACTS, Stack.FOUNDATION) : List.of(Stack.COMPUTE, Stack.CONTRACTS)) {
      stacks.add(terraform.run(Verb.DESTROY, stack));
    }
    return stacks;
  }

  @Override
  public void close() {
    here.close();
  }
}
