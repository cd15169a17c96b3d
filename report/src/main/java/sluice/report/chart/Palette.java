package sluice.report.chart;

import static sluice.report.html.Markup.each;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.text;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import sluice.report.html.Markup;
import sluice.report.html.Node;

/** Gives each source its colour and its mark; a source keeps them in every chart and every report. */
public final class Palette {
  /** More than this many colours cannot be told apart. */
  public static final int MOST = 5;

  // Those that were first keep theirs whatever comes, even where they are absent; later ones follow by name.
  private static final Map<String, Integer> FOR_EVER = Map.of("nofluffjobs", 1, "devitjobs", 2);

  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  public Palette(Collection<String> sources) {
    TreeSet<String> open = new TreeSet<>(sources);
    FOR_EVER.entrySet().stream()
        .filter(known -> open.remove(known.getKey()))
        .sorted(Map.Entry.comparingByValue())
        .forEach(known -> numbers.put(known.getKey(), known.getValue()));
    for (String source : open) {
      numbers.put(source, nextFree());
    }
  }

  private int nextFree() {
    return IntStream.of(3, 4, 5, 1, 2).filter(n -> !numbers.containsValue(n)).findFirst().orElse(MOST);
  }

  /** 1 to 5; from the sixth source on they share the last, and each is drawn in a chart of its own. */
  public int number(String source) {
    return numbers.getOrDefault(source, MOST);
  }

  public String css(String source) {
    return "s" + number(source);
  }

  /** One entry for each source: a swatch, its name and a figure. */
  public Node legend(Collection<String> sources, Function<String, String> figure) {
    return el("ul", Markup.css("legend"), each(sources, source ->
        el("li", el("i", Markup.css("swatch " + css(source))), text(source + " "), el("span", Markup.css("mute"), text(figure.apply(source))))));
  }
}
