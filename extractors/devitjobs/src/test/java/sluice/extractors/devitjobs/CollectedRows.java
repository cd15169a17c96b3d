package sluice.extractors.devitjobs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.extractors.kit.RowWriter;

/** Keeps rows as maps from column to value; a null has no entry. */
final class CollectedRows implements RowWriter {
  private static final List<String> COLUMNS = List.of("id", "title", "company", "place", "level", "technologies", "posted_at",
      "salary_text", "salary_annual", "url", UNLISTED);

  final List<Map<String, String>> rows = new ArrayList<>();
  private Map<String, String> row = new LinkedHashMap<>();

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public void add(int column, byte[] utf8, int offset, int length) {
    row.put(COLUMNS.get(column), new String(utf8, offset, length, StandardCharsets.UTF_8));
  }

  @Override
  public void endRow() {
    rows.add(row);
    row = new LinkedHashMap<>();
  }

  @Override
  public long rows() {
    return rows.size();
  }

  List<String> ids() {
    return rows.stream().map(row -> row.get("id")).toList();
  }
}
