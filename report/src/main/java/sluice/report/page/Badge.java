package sluice.report.page;

import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.attr;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.text;

import java.util.Locale;
import sluice.report.html.Node;

/** A glyph with its word, in the tone's colour. */
public final class Badge {
  private Badge() {}

  public static Node of(Tone tone, String word) {
    return el("span", css("badge " + tone.css()), glyph(tone), text(" " + word));
  }

  public static Node of(Tone tone, Enum<?> word) {
    return of(tone, word.name().toLowerCase(Locale.ROOT));
  }

  /** The glyph alone, where the word stands beside it anyway; screen readers pass over it. */
  public static Node glyph(Tone tone) {
    return all(el("span", css("glyph"), attr("aria-hidden", "true"), text(tone.glyph())));
  }
}
