package sluice.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import sluice.cli.installation.LocalInstallation;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Problem;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** The command line: every way a command can end becomes one verdict, one exit code and, with --json, one document. */
@Command(name = "./sluice", description = "Lands data on AWS through gates that account for every row.", subcommands = {
  DemoCommand.class, RunCommand.class, UpCommand.class, DownCommand.class, WorldCommand.class, QueryCommand.class, RunsCommand.class,
  ReportCommand.class, DropCommand.class, ValidateCommand.class, QuarantineCommand.class, ReplayCommand.class, AuditCommand.class, TraceCommand.class, SweepCommand.class,
  ContractCommand.class, ProveCommand.class, RepairCommand.class, DeployCommand.class
})
public final class Main {
  private final Complaint complaint;
  private final String environment;

  private Main(Complaint complaint, String environment) {
    this.complaint = complaint;
    this.environment = environment;
  }

  public static void main(String[] arguments) {
    // Streams must not be split by the platform's default encoding: the table has glyphs.
    System.exit(run(arguments));
  }

  static int run(String[] arguments) {
    boolean json = Arrays.asList(arguments).contains("--json");
    String environment = environment(arguments);
    Main main = new Main(new Complaint(Complaint.Form.of(json), environment), environment);
    CommandLine line = main.line();
    line.setParameterExceptionHandler((problem, ignored) -> main.wrongUsage(problem));
    line.setExecutionExceptionHandler((problem, commandLine, result) -> main.failed(problem));
    return line.execute(arguments);
  }

  private CommandLine line() {
    return new CommandLine(this).setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** Ends with picocli's reason where these words are no command; nothing is started. */
  static void parse(List<String> words) {
    new Main(new Complaint(Complaint.Form.TEXT, LocalInstallation.NAME), LocalInstallation.NAME).line().parseArgs(words.toArray(String[]::new));
  }

  /** What --env says, also where the rest cannot be understood. */
  private static String environment(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith("--env=")) {
        return arguments[i].substring("--env=".length());
      }
      if (arguments[i].equals("--env") && i + 1 < arguments.length) {
        return arguments[i + 1];
      }
    }
    return LocalInstallation.NAME;
  }

  private int wrongUsage(ParameterException problem) {
    String help = problem.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    return complaint.raise(Exit.WRONG_INPUT, List.of(Problem.error("W015", problem.getMessage()).next(help)));
  }

  private int failed(Exception problem) throws IOException {
    if (Interruption.hasBegun()) {
      return Exit.DONE.code; // what fails now only follows from the end; the signal decides the exit code
    }
    return switch (problem) {
      case CommandException known -> complaint.raise(known.exit(), known.problems());
      case AwsServiceException refused when !environment.equals(LocalInstallation.NAME) ->
        complaint.raise(Exit.NOT_READY, List.of(AwsRefusal.problem(refused, environment)));
      case InvalidInputException invalid -> complaint.raise(Exit.WRONG_INPUT, invalid.problems());
      default -> defect(problem);
    };
  }

  private int defect(Exception problem) throws IOException {
    StringWriter trace = new StringWriter();
    problem.printStackTrace(new PrintWriter(trace));
    Path home = Path.of(System.getenv().getOrDefault("SLUICE_HOME", ".sluice"));
    Path log = Files.createDirectories(home.resolve("logs")).resolve("defect.log");
    Files.writeString(log, trace.toString());
    return complaint.raise(Exit.DEFECT, List.of(Problem.error("X001", "this is a defect of Sluice: " + problem)
        .next("please report it with the file " + log)));
  }
}
