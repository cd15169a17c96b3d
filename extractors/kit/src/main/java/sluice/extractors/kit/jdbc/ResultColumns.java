package sluice.extractors.kit.jdbc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import sluice.extractors.kit.RowWriter;
import sluice.extractors.kit.json.FieldColumns;
import sluice.lake.json.Json;

/** Knows which column of the contract each column of a result goes to; the others are kept together as JSON. */
final class ResultColumns {
  private final String[] names;
  private final int[] targets;
  private final int unlistedColumn;

  ResultColumns(ResultSetMetaData results, RowWriter out) throws SQLException {
    int count = results.getColumnCount();
    FieldColumns columns = new FieldColumns(out.columns(), List.of());
    boolean[] taken = new boolean[out.columns().size()];
    names = new String[count];
    targets = new int[count];
    unlistedColumn = out.column(RowWriter.UNLISTED);
    for (int i = 0; i < count; i++) {
      names[i] = results.getColumnLabel(i + 1);
      int target = columns.of(names[i]).column();
      targets[i] = target == FieldColumns.UNLISTED || taken[target] ? FieldColumns.UNLISTED : target;
      if (targets[i] != FieldColumns.UNLISTED) {
        taken[target] = true;
      }
    }
  }

  void copyRow(ResultSet row, RowWriter out) throws SQLException, IOException {
    ObjectNode unlisted = null;
    for (int i = 0; i < names.length; i++) {
      String value = row.getString(i + 1);
      if (targets[i] != FieldColumns.UNLISTED) {
        if (value != null) {
          out.add(targets[i], value);
        }
      } else {
        unlisted = unlisted == null ? Json.MAPPER.createObjectNode() : unlisted;
        unlisted.put(names[i], value);
      }
    }
    if (unlisted != null) {
      out.add(unlistedColumn, unlisted.toString());
    }
    out.endRow();
  }
}
