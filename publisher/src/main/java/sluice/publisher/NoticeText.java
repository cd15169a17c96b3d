package sluice.publisher;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.FailedSource;
import sluice.lake.ledger.RunRecord;

/** Words the notice about a run: what happened, what readers see, what to type. */
final class NoticeText {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final int MOST_MARTS = 6;
  private static final int LONGEST_CAUSE = 300;

  private final RunRecord run;
  private final History history;

  NoticeText(RunRecord run, History history) {
    this.run = run;
    this.history = history;
  }

  Notice notice() {
    List<String> lines = new ArrayList<>();
    String what = switch (run.status()) {
      case SUCCEEDED -> {
        history.brokenBefore().ifPresent(broken -> lines.add("Recovered: the run of " + when(broken) + " had failed in "
            + broken.failure().stage() + "."));
        yield rows();
      }
      case PARTIAL -> {
        partial(lines);
        yield failedNames() + " failed (optional), the rest is published";
      }
      case FAILED -> {
        failed(lines);
        yield oneLine(run.failure().cause(), 80);
      }
    };
    lines.add(equation());
    if (!run.marts().isEmpty()) {
      lines.add(marts());
    }
    lines.add("Run: " + run.runId());
    return new Notice(run.status() + " sluice " + when(run) + " - " + what, String.join("\n", lines));
  }

  private void partial(List<String> lines) {
    for (FailedSource failed : run.optionalFailed().stream().limit(3).toList()) {
      lines.add(failed.source() + ": " + oneLine(failed.cause(), LONGEST_CAUSE));
    }
    again(lines);
    boolean refused = run.optionalFailed().stream().allMatch(failed -> failed.error().equals("GateRefusedSource"));
    lines.add(refused ? "Do: ./sluice quarantine list" : "Do: ./sluice run" + run.optionalFailed().stream()
        .map(failed -> " --source " + failed.source()).collect(Collectors.joining()));
  }

  private void failed(List<String> lines) {
    lines.add("Failed in " + run.failure().stage() + " (" + run.failure().error() + ").");
    lines.add(oneLine(run.failure().cause(), LONGEST_CAUSE));
    lines.add(whatReadersSee());
    again(lines);
    lines.add("Do: ./sluice runs show " + run.runId());
  }

  private String whatReadersSee() {
    if (run.failure().stage().equals("publish")) {
      return "Publishing was cut off: readers may see both runs mixed until the next run starts its build.";
    }
    return history.lastPublished()
        .map(last -> "Nothing new is published; readers see the run of " + when(last) + ".")
        .orElse("Nothing is published yet.");
  }

  private void again(List<String> lines) {
    List<RunRecord> same = history.sameCauseAs(run);
    if (!same.isEmpty()) {
      lines.add("Again (" + ordinal(same.size() + 1) + " time since " + when(same.getLast()) + ").");
    }
  }

  private String rows() {
    Counts all = counts();
    return number(all.read()) + " rows, " + number(all.quarantined()) + " quarantined";
  }

  private String equation() {
    Counts all = counts();
    String time = " · " + seconds(run.seconds());
    String average = history.averageSeconds().isEmpty() ? "" : " (average " + seconds(history.averageSeconds().getAsDouble()) + ")";
    return "read " + number(all.read()) + " = accepted " + number(all.accepted()) + " + quarantined "
        + number(all.quarantined()) + " + duplicates " + number(all.duplicates()) + time + average;
  }

  private String marts() {
    String shown = run.marts().entrySet().stream().limit(MOST_MARTS)
        .map(mart -> mart.getKey() + " " + number(mart.getValue())).collect(Collectors.joining(" · "));
    return run.marts().size() > MOST_MARTS ? shown + " · and " + (run.marts().size() - MOST_MARTS) + " more" : shown;
  }

  private String failedNames() {
    return run.optionalFailed().stream().map(FailedSource::source).collect(Collectors.joining(", "));
  }

  private Counts counts() {
    return run.datasets().values().stream().reduce(Counts.NONE, Counts::plus);
  }

  private static String when(RunRecord run) {
    Instant started = run.startedAt();
    return WHEN.format(started);
  }

  private static String number(long value) {
    return String.format(Locale.ENGLISH, "%,d", value);
  }

  private static String seconds(double value) {
    return String.format(Locale.ENGLISH, "%.1f s", value);
  }

  private static String ordinal(int n) {
    return n + switch (n % 100 >= 11 && n % 100 <= 13 ? 0 : n % 10) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
  }

  private static String oneLine(String text, int longest) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
  }
}
