package sluice.report.verdict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import sluice.report.model.Level;
import sluice.report.model.Problem;
import sluice.report.model.ReportModel;
import sluice.report.model.Run;
import sluice.report.text.Clip;
import sluice.report.text.Figures;

/** Says in a sentence or two how the run ended, and whether somebody has to do something. */
public final class Sentences {
  private static final int LONGEST_CAUSE = 300;

  private Sentences() {}

  /** What happened. */
  public static String story(ReportModel model, List<Problem> findings) {
    Run run = model.run();
    return switch (run.status()) {
      case SUCCEEDED -> well(run, findings);
      case PARTIAL -> optional(run) + ". Everything required is published" + marts(run) + ".";
      case FAILED -> run.failure()
          .map(failure -> "It stopped in " + failure.stage() + ": " + error(failure.error(), failure.cause()))
          .orElse("It stopped; no cause was recorded")
          + ". " + capital(RunFindings.readers(model)) + ".";
    };
  }

  /** What to do about it. */
  public static String advice(List<Problem> findings) {
    long errors = findings.stream().filter(problem -> problem.level() == Level.ERROR).count();
    long warnings = findings.stream().filter(problem -> problem.level() == Level.WARNING).count();
    if (errors > 0) {
      return "Somebody has to act: " + Figures.count(errors, "error") + (warnings > 0 ? " and " + Figures.count(warnings, "warning") : "") + ".";
    }
    return warnings > 0 ? "No hurry: " + Figures.count(warnings, "thing") + " to look at." : "Nothing to do.";
  }

  /** What an error said; where it said nothing, its name without the package. */
  static String error(String error, String cause) {
    String said = Clip.end(cause.strip(), LONGEST_CAUSE);
    String end = said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
    return end.isEmpty() ? error.substring(error.lastIndexOf('.') + 1) : end;
  }

  private static String well(Run run, List<Problem> findings) {
    Optional<Problem> worst = findings.stream().filter(problem -> problem.level() == Level.ERROR).findFirst();
    if (worst.isPresent()) {
      return "It was published" + marts(run) + ". But " + worst.get().where() + ": " + worst.get().what() + ".";
    }
    return run.total().read() == 0
        ? "It ran to its end, but read 0 rows from " + Figures.count(run.datasets().size(), "source") + "."
        : "Everything was read, checked and published" + marts(run) + ".";
  }

  private static String optional(Run run) {
    if (run.optionalFailed().isEmpty()) {
      return "A part of the run is missing";
    }
    return run.optionalFailed().stream()
        .map(source -> source.source() + " (optional) failed: " + error(source.error(), source.cause()))
        .collect(Collectors.joining("; "));
  }

  private static String marts(Run run) {
    return run.marts().entrySet().stream()
        .map(mart -> mart.getKey() + " " + Figures.count(mart.getValue()))
        .collect(Collectors.collectingAndThen(Collectors.joining(", "), list -> list.isEmpty() ? "" : ": " + list));
  }

  private static String capital(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
