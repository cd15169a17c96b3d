package sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import picocli.CommandLine.Command;
import sluice.lake.problem.Problem;

@Command(name = "prove", description = "Show that the promises hold: under faults, that the tests would notice if they did not, and on the stacks for AWS.",
    subcommands = {ProveCommand.FaultsCommand.class, ProveCommand.PlantedCommand.class, ProveCommand.AwsCommand.class})
final class ProveCommand extends Invocation {
  @Override
  Exit execute() {
    throw new CommandException(Exit.WRONG_INPUT, Problem.error("W015", "prove needs a word: faults, planted or aws").next("./sluice prove faults"));
  }

  /** What every proof answers, with --json; the report's fields follow on these. */
  private static ObjectNode document(String what, JsonNode report) {
    return Document.of("prove").put("what", what).setAll((ObjectNode) report);
  }

  private static double seconds(long begun) {
    return Math.round((System.nanoTime() - begun) / 1e7) / 100.0;
  }

  @Command(name = "faults", description = "Run the main job with every call of it failing in every way, and compare with a run that never failed.")
  static final class FaultsCommand extends Invocation {
    private static final int SHOWN = 20;

    @Override
    Exit execute() throws Exception {
      long begun = System.nanoTime();
      ProofProcess proof = new ProofProcess(surroundings().project().root());
      JsonNode report = proof.run("faults");
      boolean kept = report.path("broken").isEmpty();
      if (json) {
        console().answer(Document.text(document("faults", report).put("seconds", seconds(begun))));
      } else {
        print(report, kept, seconds(begun));
      }
      return kept ? Exit.DONE : Exit.NO;
    }

    private void print(JsonNode report, boolean kept, double seconds) {
      int shown = 0;
      for (JsonNode broken : report.path("broken")) {
        if (shown++ == SHOWN) {
          console().answer("  … and " + Figures.count(report.path("broken").size() - SHOWN) + " more: --json prints all");
          break;
        }
        console().answer("  call %d  %s at %s %s".formatted(broken.path("call").asInt(), broken.path("fault").asText(),
            broken.path("operation").asText(), broken.path("key").asText()));
        console().answer("          " + broken.path("what").asText());
      }
      console().answer("%s %s calls of the main job, %s runs with a fault: %s (%.1f s)".formatted(
          console().mark(kept ? Console.Mark.OK : Console.Mark.FAILED), Figures.count(report.path("calls").asInt()),
          Figures.count(report.path("runs").asInt()),
          kept ? "each ended like the run that never failed" : Figures.count(report.path("broken").size()) + " broke a promise", seconds));
    }
  }

  @Command(name = "planted", description = "Plant known bugs in a copy of the code, one at a time, and see whether the tests catch each.")
  static final class PlantedCommand extends Invocation {
    @Override
    Exit execute() throws Exception {
      long begun = System.nanoTime();
      ProofProcess proof = new ProofProcess(surroundings().project().root());
      JsonNode report = proof.run("planted", surroundings().project().root().toString());
      boolean caught = report.path("missed").isEmpty();
      if (json) {
        console().answer(Document.text(document("planted", report)));
      } else {
        print(report, caught, seconds(begun));
      }
      return caught ? Exit.DONE : Exit.NO;
    }

    private void print(JsonNode report, boolean caught, double seconds) {
      Table table = new Table(List.of(new Table.Column("bug", Table.Align.LEFT), new Table.Column("", Table.Align.LEFT),
          new Table.Column("by", Table.Align.LEFT), new Table.Column("seconds", Table.Align.RIGHT)));
      for (JsonNode bug : report.path("bugs")) {
        table.row(List.of(bug.path("name").asText(), bug.path("caught").asBoolean() ? "caught" : "missed", bug.path("by").asText(),
            "%.1f".formatted(bug.path("seconds").asDouble())));
      }
      table.lines(console().isLive() ? 140 : 1000).forEach(console()::answer);
      int bugs = report.path("bugs").size();
      int missed = report.path("missed").size();
      console().answer("%s %d of %s caught (%.1f s)".formatted(console().mark(caught ? Console.Mark.OK : Console.Mark.FAILED),
          bugs - missed, Figures.counted(bugs, "planted bug"), seconds));
    }
  }

  @Command(name = "aws", description = "Check the Terraform stacks, apply them to the local AWS, run a day on them as on a laptop, and take them down.")
  static final class AwsCommand extends Invocation {
    @Override
    Exit execute() throws Exception {
      StackProof proof = new StackProof(surroundings().project().root());
      proof.run(this::tell);
      if (json) {
        console().answer(Document.text(document("aws", proof.document())));
      } else {
        console().answer("%s %d of %s passed".formatted(console().mark(proof.failed() == 0 ? Console.Mark.OK : Console.Mark.FAILED),
            proof.passed(), Figures.counted(proof.passed() + proof.failed(), "check")));
      }
      return proof.failed() == 0 ? Exit.DONE : Exit.NO;
    }

    private void tell(JsonNode check) {
      String name = check.path("name").asText();
      String detail = check.path("detail").asText();
      console().journey(switch (check.path("status").asText()) {
        case "passed" -> "%s %-15s %s".formatted(console().mark(Console.Mark.OK), name, detail);
        case "skipped" -> "%s %-15s not shown here: %s".formatted(console().mark(Console.Mark.LOOK), name, detail);
        default -> "%s %-15s %s".formatted(console().mark(Console.Mark.FAILED), name, detail);
      });
    }
  }
}
