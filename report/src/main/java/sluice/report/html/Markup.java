package sluice.report.html;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The words a page is written with; meant to be imported statically. */
public final class Markup {
  private Markup() {}

  public static Node el(String tag, Node... parts) {
    return new Element(tag, List.of(parts));
  }

  public static Node el(String tag, String text) {
    return new Element(tag, List.of(text(text)));
  }

  public static Node text(String text) {
    return new Text(text);
  }

  public static Node attr(String name, String value) {
    return new Attribute(name, value);
  }

  /** A number as SVG wants it: at most two decimals, a point whatever the machine's language is. */
  public static Node attr(String name, double value) {
    return new Attribute(name, number(value));
  }

  public static Node css(String classes) {
    return new Attribute("class", classes);
  }

  public static Node id(String id) {
    return new Attribute("id", id);
  }

  public static Node all(Node... nodes) {
    return new Nodes(List.of(nodes));
  }

  public static Node all(List<Node> nodes) {
    return new Nodes(nodes);
  }

  public static Node nothing() {
    return new Nodes(List.of());
  }

  public static <T> Node each(Collection<T> items, Function<T, Node> write) {
    return new Nodes(items.stream().map(write).toList());
  }

  public static <T> Node maybe(Optional<T> item, Function<T, Node> write) {
    return item.map(write).orElseGet(Markup::nothing);
  }

  /** Our own style sheet or script; never anything that came with the data. */
  public static Node verbatim(String ours) {
    return new Verbatim(ours);
  }

  public static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceFirst("\\.?0+$", "").replaceFirst("^-0$", "0");
  }

  public static String percent(double share) {
    return number(share * 100) + "%";
  }
}
