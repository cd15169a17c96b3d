package sluice.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** How the command line talks: answers to standard output, the journey to standard error, each judged for itself. */
public final class Console {
  private final PrintStream answer;
  private final PrintStream journey;
  private final Style style;

  /** What the terminal can show. {@code live} means that a line may be drawn again in place. */
  public record Style(Paint paint, Glyphs glyphs, boolean live) {

    static Style fromEnvironment(Map<String, String> environment, boolean colourRefused) {
      String locale = environment.getOrDefault("LC_ALL", environment.getOrDefault("LC_CTYPE", environment.getOrDefault("LANG", "")));
      boolean unicode = locale.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8");
      boolean terminal = "true".equals(environment.get("SLUICE_TERMINAL")) && !"dumb".equals(environment.get("TERM"));
      boolean coloured = terminal && !colourRefused && environment.getOrDefault("NO_COLOR", "").isEmpty();
      return new Style(coloured ? Paint.ANSI : Paint.NONE, unicode ? Glyphs.UNICODE : Glyphs.WORDS, terminal);
    }
  }

  enum Paint {
    ANSI,
    NONE
  }

  enum Glyphs {
    UNICODE,
    WORDS
  }

  /** A mark in front of a line; a word always follows it, so that neither colour nor shape carries meaning alone. */
  public enum Mark {
    OK("✓", "ok", 32),
    LOOK("!", "warn", 33),
    FAILED("✗", "FAIL", 31),
    RUNNING("›", ">", 0);

    final String glyph;
    final String word;
    final int colour;

    Mark(String glyph, String word, int colour) {
      this.glyph = glyph;
      this.word = word;
      this.colour = colour;
    }
  }

  public Console(PrintStream answer, PrintStream journey, Style style) {
    this.answer = answer;
    this.journey = journey;
    this.style = style;
  }

  public boolean isLive() {
    return style.live();
  }

  public void answer(String line) {
    answer.println(line);
    answer.flush();
  }

  public void journey(String line) {
    journey.println(line);
    journey.flush();
  }

  /** Draws over the line drawn last; only on a terminal. */
  public void redraw(String line) {
    journey.print("\r\u001b[2K" + line);
    journey.flush();
  }

  public String mark(Mark mark) {
    String text = style.glyphs() == Glyphs.UNICODE ? mark.glyph : mark.word;
    if (style.paint() == Paint.NONE || mark.colour == 0) {
      return text;
    }
    return "\u001b[" + mark.colour + "m" + text + "\u001b[0m";
  }
}
