package sluice.cli;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** What every command has: the common options, its surroundings and its console. */
abstract class Invocation implements Callable<Integer> {
  @Option(names = "--json", description = "Print one JSON document on standard output.")
  boolean json;

  @Option(names = "--no-color", description = "Use no colour.")
  boolean plain;

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
  boolean help;

  private Surroundings surroundings;
  private Console console;

  @Override
  public final Integer call() throws Exception {
    Map<String, String> environment = System.getenv();
    surroundings = Surroundings.fromEnvironment(environment, Clock.systemUTC());
    console = new Console(System.out, System.err, Console.Style.fromEnvironment(environment, plain));
    return execute().code;
  }

  /** Does what the command is for; problems leave as exceptions. */
  abstract Exit execute() throws Exception;

  /** Prints how a run ended, as the {@code --json} document {@code sluice.<name>/1} or for a person. */
  final Exit tell(RunSummary summary, String name) {
    if (json) {
      console.answer(Document.text(summary.document(name)));
    } else {
      summary.print(console);
    }
    return summary.exit();
  }

  final Surroundings surroundings() {
    return surroundings;
  }

  final Console console() {
    return console;
  }
}
