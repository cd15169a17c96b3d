package sluice.extractors.kit.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.extractors.kit.RowWriter;

/** Knows for each field of a source the column that it goes to, by its name in snake case; worked out once per name. */
public final class FieldColumns {
  /** For a field that no column is listed for. */
  public static final int UNLISTED = -1;

  /** A site that invents field names must not fill the memory. */
  private static final int MOST_REMEMBERED = 2_000;

  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<String, Field> fields = new HashMap<>();

  /** {@code taken} are columns that get their values elsewhere, so that no field may claim them. */
  public FieldColumns(List<String> names, Collection<String> taken) {
    for (int column = 0; column < names.size(); column++) {
      if (!names.get(column).equals(RowWriter.UNLISTED) && !taken.contains(names.get(column))) {
        columns.put(names.get(column), column);
      }
    }
  }

  /** A field: its column, and its name as the beginning of a JSON member. */
  public record Field(int column, byte[] member) {}

  public Field of(String name) {
    Field known = fields.get(name);
    if (known != null) {
      return known;
    }
    byte[] quoted = JsonStringEncoder.getInstance().quoteAsUTF8(name);
    byte[] member = new byte[quoted.length + 3];
    member[0] = '"';
    System.arraycopy(quoted, 0, member, 1, quoted.length);
    member[quoted.length + 1] = '"';
    member[quoted.length + 2] = ':';
    Field field = new Field(columns.getOrDefault(SnakeCase.of(name), UNLISTED), member);
    if (fields.size() < MOST_REMEMBERED) {
      fields.put(name, field);
    }
    return field;
  }
}
