package sluice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.cli.deploy.Deployment;
import sluice.cli.deploy.Deployment.Applied;
import sluice.cli.deploy.Deployment.Planned;
import sluice.cli.deploy.Deployment.StateBucketMissing;
import sluice.cli.deploy.StackChanges;
import sluice.cli.deploy.StackChanges.Tense;
import sluice.cli.installation.Environment;
import sluice.cli.installation.Environments;
import sluice.lake.problem.Problem;
import sluice.local.world.Names;

@Command(name = "deploy", description = "Plan, apply or take down an environment on AWS, which a file in infra-terraform/environments describes.")
final class DeployCommand extends Invocation {
  @ArgGroup(multiplicity = "1")
  Action action;

  @Option(names = "--env", required = true, paramLabel = "NAME", description = "The environment: the name of its file.")
  String env;

  @Option(names = "--yes", description = "Apply without the plan and without asking; --destroy always asks.")
  boolean yes;

  @Option(names = "--bootstrap", description = "Make the bucket of Terraform's state first, versioned and private, where there is none.")
  boolean bootstrap;

  /** Exactly one of them. */
  static final class Action {
    @Option(names = "--plan", description = "Show what would change, and change nothing.")
    boolean plan;

    @Option(names = "--apply", description = "Bring the environment to this checkout; shows the plan and asks first.")
    boolean apply;

    @Option(names = "--destroy", description = "Take it down; what holds data stays, unless force_destroy is true in its file.")
    boolean destroy;
  }

  @Override
  Exit execute() throws Exception {
    Environment environment = new Environments(surroundings()).read(env);
    if (action.destroy && yes) {
      throw new CommandException(Exit.WRONG_INPUT, Problem.error("W116", "--destroy always asks").found("--destroy --yes")
          .next("leave --yes out, and type the environment's name when asked"));
    }
    StateBucketMissing whenMissing = bootstrap ? StateBucketMissing.MAKE : StateBucketMissing.REFUSE;
    try (Deployment deployment = Deployment.open(surroundings(), console(), environment, whenMissing)) {
      if (action.plan) {
        tellPlan(environment, deployment, deployment.plan());
      } else if (action.apply) {
        apply(environment, deployment);
      } else {
        destroy(environment, deployment);
      }
      return Exit.DONE;
    }
  }

  private void apply(Environment environment, Deployment deployment) throws Exception {
    if (!yes) {
      lines(deployment.plan()).forEach(console()::journey);
      confirm("Apply this?");
    }
    Applied applied = deployment.apply();
    if (json) {
      ObjectNode document = document(environment, deployment, "apply", applied.stacks());
      applied.images().forEach(document.putArray("images")::add);
      applied.waitingSecrets().forEach(document.putArray("waitingSecrets")::add);
      console().answer(Document.text(document));
      return;
    }
    console().answer(console().mark(Console.Mark.OK) + " Deployed: aliases and images are at " + deployment.commit());
    if (!applied.waitingSecrets().isEmpty()) {
      console().answer(console().mark(Console.Mark.LOOK) + " " + Figures.counted(applied.waitingSecrets().size(), "secret") + " without a value; until then runs fail:");
      applied.waitingSecrets().forEach(name -> console().answer("  " + secretLine(environment, name)));
    }
    console().answer("  next    ./sluice run --env " + env);
  }

  private void destroy(Environment environment, Deployment deployment) throws Exception {
    confirm(environment.dataIsDisposable()
        ? "Destroy " + env + " with all data in it?"
        : "Destroy what works in " + env + "? What holds data stays.");
    List<StackChanges> stacks = deployment.destroy();
    if (json) {
      console().answer(Document.text(document(environment, deployment, "destroy", stacks)));
      return;
    }
    console().answer(console().mark(Console.Mark.OK) + " Destroyed: " + String.join(", ", stacks.stream().map(its -> its.stack().word()).toList()));
    if (!environment.dataIsDisposable()) {
      console().answer("  Stack foundation stays with its data. To destroy it too: force_destroy: true under variables, foundation, then the same command.");
    }
  }

  private void confirm(String question) throws Exception {
    new Confirmation(System.in, console()).require(question, env);
  }

  private void tellPlan(Environment environment, Deployment deployment, List<Planned> planned) {
    if (!json) {
      lines(planned).forEach(console()::answer);
      console().answer("Nothing was changed.  next  ./sluice deploy --apply --env " + env);
      return;
    }
    ObjectNode document = document(environment, deployment, "plan", planned.stream().flatMap(its -> its.changes().stream()).toList());
    planned.stream().filter(its -> its.changes().isEmpty()).forEach(its -> document.withArray("waiting").add(its.stack().word()));
    console().answer(Document.text(document));
  }

  private static List<String> lines(List<Planned> planned) {
    List<String> lines = new ArrayList<>();
    for (Planned its : planned) {
      lines.add("%-11s %s".formatted(its.stack().word(), its.changes().map(changes -> changes.text(Tense.PLANNED))
          .orElse("can be planned when foundation is applied, which it reads; --apply does both")));
      its.changes().ifPresent(changes -> changes.changes().forEach(change -> lines.add("  " + sign(change.action()) + " " + change.address())));
    }
    return lines;
  }

  private static String sign(String action) {
    return switch (action) {
      case "create" -> "+";
      case "delete", "remove" -> "-";
      case "replace" -> "- +";
      default -> "~";
    };
  }

  private ObjectNode document(Environment environment, Deployment deployment, String what, List<StackChanges> stacks) {
    ObjectNode document = Document.of("deploy", env).put("action", what).put("account", environment.address().account())
        .put("region", environment.address().region()).put("commit", deployment.commit());
    ArrayNode array = document.putArray("stacks");
    for (StackChanges stack : stacks) {
      ObjectNode node = array.addObject().put("stack", stack.stack().word()).put("added", stack.added()).put("changed", stack.changed())
          .put("destroyed", stack.destroyed());
      ArrayNode changes = node.putArray("changes");
      stack.changes().forEach(change -> changes.addObject().put("action", change.action()).put("address", change.address()));
    }
    return document;
  }

  /** The salt is drawn; what a source needs is its owner's to say. */
  private static String secretLine(Environment environment, String name) {
    String value = name.equals(Names.PII_SALT_SECRET)
        ? "\"$(aws secretsmanager get-random-password --password-length 64 --exclude-punctuation --query RandomPassword --output text)\""
        : "'{\"host\": \"…\", \"port\": \"5432\", \"database\": \"…\", \"user\": \"…\", \"password\": \"…\"}'";
    return "aws secretsmanager put-secret-value --region " + environment.address().region() + " --secret-id " + name + " --secret-string " + value;
  }
}
