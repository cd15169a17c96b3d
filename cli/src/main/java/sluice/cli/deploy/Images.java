package sluice.cli.deploy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sluice.cli.CommandException;
import sluice.cli.Console;
import sluice.cli.Exit;
import sluice.cli.Surroundings;
import sluice.lake.problem.Problem;
import sluice.lake.source.Packaging;
import sluice.lake.source.SourceSpec;
import sluice.lake.source.Sources;
import sluice.local.world.Names;

/** The images of one commit in an environment's registry: dbt's, and one for each source that ships as an image. */
final class Images {
  private final Surroundings surroundings;
  private final Console console;
  private final String environment;
  private final Script script;

  Images(Surroundings surroundings, Console console, String environment) {
    this.surroundings = surroundings;
    this.console = console;
    this.environment = environment;
    this.script = new Script(surroundings.project().root(), "image.sh", surroundings.home().logs(), console);
  }

  /** Their names, all of which are in the registry then: what is missing is built and pushed where a Docker engine answers. */
  List<String> require(String commit) throws IOException, InterruptedException {
    List<String> names = names();
    List<String> missing = new ArrayList<>();
    for (String name : names) {
      if (!run("there", name).well()) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty() && !dockerAnswers()) {
      throw new CommandException(Exit.NOT_READY, missing.stream().map(name -> Problem.error("W112", "the image " + name + " is not in the registry")
          .expected(name + ":" + commit).found("no such tag, and no Docker engine answers here")
          .safe("foundation and contracts are applied; what runs is what ran before")
          .next("start Docker and type the same command again", "or push the commit to main: the workflow deploy builds and brings it, docs/github.md")).toList());
    }
    for (String name : missing) {
      bring(name);
    }
    return names;
  }

  private List<String> names() {
    Stream<String> sources = Sources.readAll(surroundings.project().extractors()).stream()
        .filter(source -> source.function().packaging() == Packaging.IMAGE).map(SourceSpec::source).map(Names::extractor);
    return Stream.concat(Stream.of(Names.BUILD_PROJECT), sources).toList();
  }

  private void bring(String name) throws IOException, InterruptedException {
    StackProgress progress = new StackProgress(console, surroundings.clock(), "images");
    for (String verb : List.of("build", "push")) {
      Script.Ended ended = run(verb, name);
      if (!ended.well()) {
        throw new CommandException(Exit.NO, Problem.error("W113", "docker could not " + verb + " the image " + name)
            .found(String.join("\n", ended.said())).safe("foundation and contracts are applied; what runs is what ran before").next("read " + ended.log()));
      }
    }
    progress.end(name + " built and pushed");
  }

  private Script.Ended run(String verb, String name) throws IOException, InterruptedException {
    return script.run(line -> { }, verb, name, environment);
  }

  private static boolean dockerAnswers() throws InterruptedException {
    Optional<Program.Answer> answer = Program.ask("docker", "info");
    return answer.isPresent() && answer.get().exit() == 0;
  }
}
