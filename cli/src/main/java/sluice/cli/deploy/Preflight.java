package sluice.cli.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.cli.CommandException;
import sluice.cli.Exit;
import sluice.lake.json.Json;
import sluice.lake.problem.Problem;

/** What this machine must have before anything is asked of AWS; all that is missing is named at once. */
final class Preflight {
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\..*");
  private static final int MAJOR = 1;
  private static final int LEAST_MINOR = 11;
  private static final String INSTALL = "developer.hashicorp.com/terraform/install has it for every system";

  private final Path root;

  Preflight(Path root) {
    this.root = root;
  }

  /** The commit that is checked out, which images are tagged with, and whether the working copy has more than that. */
  record Commit(String id, boolean dirty) {}

  Commit require() throws InterruptedException {
    List<Problem> missing = new ArrayList<>();
    terraform().ifPresent(missing::add);
    program("aws", "--version", "docs.aws.amazon.com/cli has it for every system").ifPresent(missing::add);
    program("jq", "--version", "Debian, Ubuntu: sudo apt-get install jq; macOS: brew install jq").ifPresent(missing::add);
    Optional<Program.Answer> head = Program.ask("git", "-C", root.toString(), "rev-parse", "HEAD").filter(answer -> answer.exit() == 0);
    if (head.isEmpty()) {
      missing.add(Problem.error("W107", "this folder is no git checkout").expected("a commit: images are tagged with it").found(root.toString())
          .next("git clone the repository, and deploy from there"));
    }
    if (!missing.isEmpty()) {
      throw new CommandException(Exit.NOT_READY, missing);
    }
    boolean dirty = Program.ask("git", "-C", root.toString(), "status", "--porcelain").map(answer -> !answer.text().isEmpty()).orElse(false);
    return new Commit(head.orElseThrow().text(), dirty);
  }

  private static Optional<Problem> terraform() throws InterruptedException {
    Problem problem = Problem.error("W106", "Terraform is missing or does not fit").expected("Terraform " + MAJOR + "." + LEAST_MINOR + " or a later 1.x on PATH")
        .next(INSTALL);
    Optional<Program.Answer> answer = Program.ask("terraform", "version", "-json").filter(its -> its.exit() == 0);
    if (answer.isEmpty()) {
      return Optional.of(problem.found("no terraform on PATH that answers"));
    }
    String version = version(answer.get().text());
    Matcher parts = VERSION.matcher(version);
    boolean fits = parts.matches() && Integer.parseInt(parts.group(1)) == MAJOR && Integer.parseInt(parts.group(2)) >= LEAST_MINOR;
    return fits ? Optional.empty() : Optional.of(problem.found("Terraform " + version));
  }

  private static String version(String json) {
    try {
      return Json.MAPPER.readTree(json).path("terraform_version").asText();
    } catch (JsonProcessingException old) {
      return json;
    }
  }

  private static Optional<Problem> program(String name, String question, String install) throws InterruptedException {
    return Program.ask(name, question).isPresent() ? Optional.empty()
        : Optional.of(Problem.error("W106", name + " is missing").expected(name + " on PATH").found("nothing of that name").next(install));
  }
}
