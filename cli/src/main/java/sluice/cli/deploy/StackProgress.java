package sluice.cli.deploy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import sluice.cli.Console;
import sluice.cli.Figures;
import sluice.cli.Logfmt;

/** Tells how far Terraform is with a stack: in place on a terminal, elsewhere a line every ten seconds. */
final class StackProgress {
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration REDRAW = Duration.ofMillis(100);

  private final Console console;
  private final Clock clock;
  private final String name;
  private final Instant begin;
  private Instant lastBeat;

  StackProgress(Console console, Clock clock, String name) {
    this.console = console;
    this.clock = clock;
    this.name = name;
    this.begin = clock.instant();
    this.lastBeat = begin;
  }

  /** @param how how far it is */
  void beat(String how) {
    Instant now = clock.instant();
    if (Duration.between(lastBeat, now).compareTo(console.isLive() ? REDRAW : HEARTBEAT) < 0) {
      return;
    }
    lastBeat = now;
    Duration elapsed = Duration.between(begin, now);
    if (console.isLive()) {
      console.redraw(String.format("  %s %-11s %-62s %9s", console.mark(Console.Mark.RUNNING), name, how, Figures.seconds(elapsed)));
    } else {
      console.journey(Logfmt.line(now, "deploy." + name, "running", "seconds", Figures.decimal(elapsed), "detail", how));
    }
  }

  void end(String detail) {
    Instant now = clock.instant();
    Duration took = Duration.between(begin, now);
    if (console.isLive()) {
      console.redraw("");
      console.journey(String.format("  %s %-11s %-62s %9s", console.mark(Console.Mark.OK), name, detail, Figures.seconds(took)));
    } else {
      console.journey(Logfmt.line(now, "deploy." + name, "done", "seconds", Figures.decimal(took), "detail", detail));
    }
  }
}
