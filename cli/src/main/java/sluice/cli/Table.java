package sluice.cli;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text: numbers to the right, long values cut with an ellipsis, never wrapped. */
final class Table {
  private static final String GAP = "  ";
  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  enum Align {
    LEFT,
    RIGHT
  }

  record Column(String title, Align align) {}

  Table(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  void row(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
    }
    rows.add(List.copyOf(cells));
  }

  /** The lines of the table with its titles, each at most {@code width} characters. */
  List<String> lines(int width) {
    List<String> lines = new ArrayList<>();
    int[] widths = widths();
    lines.add(line(columns.stream().map(Column::title).toList(), widths, width));
    for (List<String> row : rows) {
      lines.add(line(row, widths, width));
    }
    return lines;
  }

  private int[] widths() {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = columns.get(i).title().length();
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return widths;
  }

  private String line(List<String> cells, int[] widths, int width) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String padding = " ".repeat(widths[i] - cells.get(i).length());
      line.append(GAP);
      if (columns.get(i).align() == Align.RIGHT) {
        line.append(padding).append(cells.get(i));
      } else {
        line.append(cells.get(i)).append(padding);
      }
    }
    String text = line.toString().stripTrailing();
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }
}
