package sluice.report.page;

import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.attr;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.each;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.nothing;
import static sluice.report.html.Markup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import sluice.report.html.Markup;
import sluice.report.html.Node;
import sluice.report.text.Figures;

/** A table that never makes the page wider: it scrolls in its own box, or becomes cards on a phone. */
public final class Table {
  /** More rows than this make a page nobody reads; the rest is a query away. */
  static final int MOST_ROWS = 200;

  private record Column(String heading, boolean numbers) {}

  private final List<Column> columns = new ArrayList<>();
  private final List<Node> rows = new ArrayList<>();
  private final String caption;
  private Optional<Node> totals = Optional.empty();
  private String rest = "";
  private String kind = "";
  private int left;

  /** The caption is read out by screen readers; eyes have the heading above. */
  public Table(String caption) {
    this.caption = caption;
  }

  public Table texts(String... headings) {
    for (String heading : headings) {
      columns.add(new Column(heading, false));
    }
    return this;
  }

  public Table numbers(String... headings) {
    for (String heading : headings) {
      columns.add(new Column(heading, true));
    }
    return this;
  }

  /** The reader may sort it by any column. */
  public Table sortable() {
    kind = kind + " sortable";
    return this;
  }

  /** Every row becomes a card where the screen is narrow. */
  public Table cards() {
    kind = kind + " cards";
    return this;
  }

  /** What to type for the rows that are too many to print. */
  public Table restBy(String command) {
    rest = command;
    return this;
  }

  public Table row(Node... cells) {
    return add(nothing(), cells);
  }

  /** A row that can be linked to. */
  public Table rowAt(String anchor, Node... cells) {
    return add(attr("id", anchor), cells);
  }

  public Table totals(Node... cells) {
    totals = Optional.of(el("tfoot", tr(nothing(), cells)));
    return this;
  }

  private Table add(Node attribute, Node... cells) {
    if (rows.size() < MOST_ROWS) {
      rows.add(tr(attribute, cells));
    } else {
      left++;
    }
    return this;
  }

  /** A cell that sorts by its number, however it is written. */
  public static Node cell(long number) {
    return cell(number, Figures.count(number));
  }

  public static Node cell(double number, String written) {
    return all(attr("data-v", number), text(written));
  }

  public static Node cell(String text) {
    return text(text);
  }

  public Node node() {
    Node head = el("thead", el("tr", each(columns, column ->
        el("th", attr("scope", "col"), column.numbers() ? css("n") : nothing(), text(column.heading())))));
    Node body = el("tbody", all(rows));
    Node table = el("table", kind.isEmpty() ? nothing() : css(kind.strip()),
        el("caption", caption), head, body, totals.orElseGet(Markup::nothing));
    return all(el("div", css("scroll"), attr("tabindex", "0"), attr("role", "group"), attr("aria-label", caption), table), more());
  }

  private Node more() {
    if (left == 0) {
      return nothing();
    }
    String said = "The first " + MOST_ROWS + " are shown; " + Figures.count(left, "row") + " more";
    return el("p", css("note"), text(rest.isEmpty() ? said + "." : said + ": "), rest.isEmpty() ? nothing() : Command.line(rest));
  }

  private Node tr(Node attribute, Node... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "table \"" + caption + "\" has " + columns.size() + " columns, a row has " + cells.length + " cells");
    }
    return el("tr", attribute, all(IntStream.range(0, cells.length).mapToObj(i -> td(columns.get(i), cells[i])).toList()));
  }

  private Node td(Column column, Node cell) {
    return el("td",
        column.numbers() ? css("n") : nothing(),
        kind.contains("cards") ? attr("data-label", column.heading()) : nothing(),
        cell);
  }
}
