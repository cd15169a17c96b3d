package sluice.extractors.kit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** Keeps rows in memory as maps from column to text. */
public final class CollectedRows implements RowWriter {
  private final List<String> columns;
  private final List<Map<String, String>> rows = new ArrayList<>();
  private Map<String, String> row = new LinkedHashMap<>();
  private LongConsumer afterRow = rows -> {};

  /** The contract's columns; {@code _unlisted} is added. */
  public CollectedRows(String... columns) {
    this.columns = new ArrayList<>(List.of(columns));
    this.columns.add(UNLISTED);
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public void add(int column, byte[] utf8, int offset, int length) {
    String before = row.put(columns.get(column), new String(utf8, offset, length, StandardCharsets.UTF_8));
    if (before != null) {
      throw new IllegalStateException("second value for " + columns.get(column));
    }
  }

  @Override
  public void endRow() {
    rows.add(row);
    row = new LinkedHashMap<>();
    afterRow.accept(rows.size());
  }

  /** Does something after each row, told how many there are. */
  public CollectedRows afterEachRow(LongConsumer action) {
    afterRow = action;
    return this;
  }

  @Override
  public long rows() {
    return rows.size();
  }

  public List<Map<String, String>> collected() {
    return rows;
  }
}
