package sluice.publisher;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.lake.athena.Queries;
import sluice.lake.athena.QueryFailedException;

/** Tables with row counts and views over them; understands the two statements that publishing needs, one second each. */
final class FakeWarehouse implements Queries, MartCatalog {
  private static final Pattern VIEW = Pattern.compile(
      "CREATE OR REPLACE VIEW \"sluice_curated\"\\.\"(\\w+)\" AS SELECT \\* FROM \"(\\w+)\"\\.\"(\\w+)\"");
  private static final Pattern COUNT = Pattern.compile("SELECT '(\\w+)', count\\(\\*\\) FROM \"(\\w+)\"\\.\"(\\w+)\"");

  final Map<String, String> views = new TreeMap<>();
  final List<String> happened = new ArrayList<>();
  private final Map<String, Map<String, Long>> tables = new HashMap<>();
  private final Map<String, String> started = new HashMap<>();
  private Instant now = Instant.parse("2026-11-21T06:00:00Z");
  private String failing = "nothing";

  FakeWarehouse table(String database, String name, long rows) {
    tables.computeIfAbsent(database, key -> new TreeMap<>()).put(name, rows);
    return this;
  }

  /** Every statement that contains the text fails from now on. */
  FakeWarehouse failingAt(String text) {
    failing = text;
    return this;
  }

  Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  @Override
  public List<String> marts(String database) {
    return List.copyOf(tables.getOrDefault(database, Map.of()).keySet());
  }

  @Override
  public String start(String sql) {
    String id = "query-" + (started.size() + 1);
    started.put(id, sql);
    happened.add("start " + sql);
    return id;
  }

  @Override
  public void await(String queryId) {
    String sql = started.get(queryId);
    now = now.plus(Duration.ofSeconds(1));
    happened.add("await " + sql);
    if (sql.contains(failing)) {
      throw new QueryFailedException(queryId, "FAILED", "told to");
    }
    Matcher view = VIEW.matcher(sql);
    if (view.matches()) {
      views.put(view.group(1), view.group(2));
    }
  }

  @Override
  public List<List<String>> rows(String queryId) {
    await(queryId);
    return COUNT.matcher(started.get(queryId)).results()
        .map(count -> List.of(count.group(1), Long.toString(tables.get(count.group(2)).get(count.group(3)))))
        .toList();
  }
}
