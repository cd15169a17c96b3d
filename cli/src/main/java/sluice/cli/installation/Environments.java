package sluice.cli.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import sluice.cli.CommandException;
import sluice.cli.Exit;
import sluice.cli.Surroundings;
import sluice.lake.problem.Nearest;
import sluice.lake.problem.Problem;
import sluice.lake.yaml.YamlFile;
import sluice.lake.yaml.YamlFolder;

/** The environments that a checkout knows: a file each in {@code infra-terraform/environments}, or in the folder SLUICE_ENVIRONMENTS. */
public final class Environments {
  private static final Pattern VARIABLE = Pattern.compile("^variable \"(\\w+)\"", Pattern.MULTILINE);
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,19}");

  private final Path root;
  private final Path folder;

  public Environments(Surroundings surroundings) {
    this.root = surroundings.project().root();
    String elsewhere = surroundings.environment().get("SLUICE_ENVIRONMENTS");
    this.folder = elsewhere == null ? root.resolve("infra-terraform/environments") : Path.of(elsewhere);
  }

  public List<String> names() {
    return YamlFolder.files(folder, "*.yml").stream().map(file -> file.getFileName().toString().replaceFirst("\\.yml$", "")).toList();
  }

  /** The environment of this name; a name that is none's ends the command. */
  public Environment read(String name) {
    Path file = folder.resolve(name + ".yml");
    if (!NAME.matcher(name).matches() || name.equals(LocalInstallation.NAME) || !Files.exists(file)) {
      throw unknown(name);
    }
    Path shown = file.startsWith(root) ? root.relativize(file) : file;
    return YamlFile.read(file, shown.toString(), new EnvironmentReader(name, declaredVariables())::read);
  }

  private CommandException unknown(String name) {
    List<String> known = names();
    String hint = Nearest.to(name, known).map(near -> "; did you mean \"" + near + "\"?").orElse("");
    return new CommandException(Exit.WRONG_INPUT, Problem.error("W100", "there is no environment \"" + name + "\"" + hint)
        .expected("one of " + String.join(", ", known) + ", each a file in " + folder)
        .next("cp infra-terraform/environments/example.yml " + folder.resolve("NAME.yml"), "docs/deploy.md says what stands in it"));
  }

  /** By stack, as its files declare them. */
  private Map<String, List<String>> declaredVariables() {
    Map<String, List<String>> declared = new LinkedHashMap<>();
    for (Path stack : YamlFolder.files(root.resolve("infra-terraform/stacks"), "*")) {
      declared.put(stack.getFileName().toString(), YamlFolder.files(stack, "*.tf").stream().flatMap(file -> variables(file).stream()).toList());
    }
    return declared;
  }

  private static List<String> variables(Path file) {
    try {
      return VARIABLE.matcher(Files.readString(file)).results().map((MatchResult found) -> found.group(1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
