package sluice.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** Tells what a run does while it does it: a finished stage gets a line; a terminal also sees what works now. */
final class Progress {
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private final Console console;
  private final Clock clock;
  private final Set<String> toldSources = new HashSet<>();
  private final Set<Stage> toldStages = EnumSet.noneOf(Stage.class);
  private Instant lastBeat;

  Progress(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
    this.lastBeat = clock.instant();
  }

  void update(History history) {
    Instant now = clock.instant();
    for (History.Extract extract : history.extracts()) {
      if (toldSources.add(extract.source())) {
        source(extract);
      }
    }
    for (Stage stage : Stage.values()) {
      History.Span span = history.stages().get(stage);
      boolean followed = history.stages().keySet().stream().anyMatch(later -> later.compareTo(stage) > 0);
      if (stage != Stage.EXTRACT && span != null && span.end().isPresent() && followed && toldStages.add(stage)) {
        stage(stage, span.until(now));
      }
    }
    beat(history, now);
  }

  /** Tells what was still open when the run ended. */
  void end(History history) {
    if (console.isLive()) {
      console.redraw("");
    }
    History.Span last = history.stages().get(Stage.TELL);
    if (last != null && toldStages.add(Stage.TELL)) {
      stage(Stage.TELL, last.until(clock.instant()));
    }
  }

  private void source(History.Extract extract) {
    String stated = extract.stated().map(total -> "site states " + Figures.count(total)).orElse("");
    if (console.isLive()) {
      console.redraw("");
      console.journey(String.format("  %s extract   %-16s %9s rows   %-30s %9s", console.mark(Console.Mark.OK), extract.source(),
          Figures.count(extract.rows()), stated, Figures.seconds(extract.took())));
    } else if (extract.stated().isPresent()) {
      console.journey(Logfmt.line(clock.instant(), "extract." + extract.source(), "done", "rows", extract.rows(),
          "stated", extract.stated().get(), "seconds", Figures.decimal(extract.took())));
    } else {
      console.journey(Logfmt.line(clock.instant(), "extract." + extract.source(), "done", "rows", extract.rows(),
          "seconds", Figures.decimal(extract.took())));
    }
  }

  private void stage(Stage stage, Duration took) {
    if (console.isLive()) {
      console.redraw("");
      console.journey(String.format("  %s %-9s %69s", console.mark(Console.Mark.OK), stage.word(), Figures.seconds(took)));
    } else {
      console.journey(Logfmt.line(clock.instant(), stage.word(), "done", "seconds", Figures.decimal(took)));
    }
  }

  private void beat(History history, Instant now) {
    Stage current = Stage.EXTRACT;
    for (Stage stage : history.stages().keySet()) {
      current = stage;
    }
    History.Span span = history.stages().get(current);
    Duration elapsed = span == null ? Duration.ZERO : Duration.between(span.start(), now);
    if (console.isLive()) {
      console.redraw(String.format("  %s %-9s %s", console.mark(Console.Mark.RUNNING), current.word(), Figures.seconds(elapsed)));
    } else if (Duration.between(lastBeat, now).compareTo(HEARTBEAT) >= 0) {
      lastBeat = now;
      console.journey(Logfmt.line(now, current.word(), "running", "seconds", Figures.decimal(elapsed)));
    }
  }
}
