package sluice.publisher;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import sluice.lake.Slot;
import sluice.lake.athena.Queries;

/** The views in {@code sluice_curated}, the only thing readers use; every mart's view shows the same slot. */
final class ReaderViews {
  static final String DATABASE = "sluice_curated";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  private final Queries queries;
  private final Clock clock;

  ReaderViews(Queries queries, Clock clock) {
    this.queries = queries;
    this.clock = clock;
  }

  /** Rows of each mart; also shows, before any view moves, that every table can be read. */
  Map<String, Long> count(Slot slot, List<String> marts) {
    String sql = String.join(" UNION ALL ", marts.stream()
        .map(mart -> "SELECT '" + safe(mart) + "', count(*) FROM " + table(slot.database(), mart))
        .toList());
    Map<String, Long> rows = new TreeMap<>();
    queries.rows(queries.start(sql)).forEach(row -> rows.put(row.get(0), Long.parseLong(row.get(1))));
    return rows;
  }

  /**
   * Moves every view to the slot and says how long readers could have seen some moved and some not.
   *
   * <p>All replacements are under way before the first is waited for: one after the other would stretch that time by a
   * query's start for each mart.
   */
  Duration showing(Slot slot, List<String> marts) {
    Instant first = clock.instant();
    Map<String, String> started = new LinkedHashMap<>();
    marts.forEach(mart -> started.put(mart, queries.start(
        "CREATE OR REPLACE VIEW " + table(DATABASE, mart) + " AS SELECT * FROM " + table(slot.database(), mart))));
    started.values().forEach(queries::await);
    return Duration.between(first, clock.instant());
  }

  private static String table(String database, String name) {
    return '"' + safe(database) + "\".\"" + safe(name) + '"';
  }

  private static String safe(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name for SQL: expected " + NAME + ", found " + name);
    }
    return name;
  }
}
