package sluice.extractors.kit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sluice.extractors.kit.Budget;
import sluice.extractors.kit.CollectedRows;
import sluice.extractors.kit.Cursor;
import sluice.extractors.kit.ManualBudget;
import sluice.extractors.kit.Progress;
import sluice.extractors.kit.SleepLog;
import sluice.extractors.kit.SourceChangedException;
import sluice.extractors.kit.SourceUnavailableException;
import sluice.extractors.kit.retry.Retry;
import sluice.extractors.kit.retry.RetryPolicy;

/** Against a real PostgreSQL. */
@Timeout(120)
class JdbcSourceTest {
  private static final String RATES = "select rate_date, base, quote, rate from currency_rates order by rate_date, base, quote";
  private static final Budget AMPLE = ManualBudget.ample();
  private static EmbeddedPostgres postgres;

  private final CollectedRows out = new CollectedRows("rate_date", "base", "quote", "rate");
  private final SleepLog sleeps = new SleepLog();

  @BeforeAll
  static void startDatabase() throws IOException, SQLException {
    postgres = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(1)).start();
    sql("create table currency_rates (rate_date date, base char(3), quote char(3), rate numeric)",
        "insert into currency_rates values ('2025-01-02','EUR','USD',1.0321), ('2025-01-02','EUR','PLN',4.2753), ('2025-01-03','EUR','USD',1.0299), "
            + "('2025-01-03','EUR','PLN',null), ('2024-02-29','EUR','PLN',4.31300)",
        "create table many as select n as rate from generate_series(1, 25000) n",
        "create table kinds (id int, note text, flag boolean, at timestamptz, j jsonb, d double precision, tags text[])",
        "insert into kinds values (1, 'zażółć \u20ac', true, '2026-02-28 23:59:30+00', '{\"a\": 1}', 0.1, '{a,b}')");
  }

  @AfterAll
  static void stopDatabase() throws IOException {
    postgres.close();
  }

  @Test
  void everyColumnBecomesTheTextThatTheDatabaseShows() throws IOException {
    assertThat(read(RATES)).isEqualTo(new Progress.Finished(OptionalLong.empty()));
    assertThat(out.collected()).containsExactly(
        Map.of("rate_date", "2024-02-29", "base", "EUR", "quote", "PLN", "rate", "4.31300"),
        Map.of("rate_date", "2025-01-02", "base", "EUR", "quote", "PLN", "rate", "4.2753"),
        Map.of("rate_date", "2025-01-02", "base", "EUR", "quote", "USD", "rate", "1.0321"),
        Map.of("rate_date", "2025-01-03", "base", "EUR", "quote", "PLN"),
        Map.of("rate_date", "2025-01-03", "base", "EUR", "quote", "USD", "rate", "1.0299"));
  }

  @Test
  void columnsThatNobodyListsAreKeptTogether() throws IOException {
    read("select id as \"quote\", note, flag, j, d, tags, null as nothing, 7 as quote from kinds order by id");
    assertThat(out.collected()).containsExactly(Map.of("quote", "1",
        "_unlisted", "{\"note\":\"zażółć \u20ac\",\"flag\":\"t\",\"j\":\"{\\\"a\\\": 1}\",\"d\":\"0.1\",\"tags\":\"{a,b}\",\"nothing\":null,\"quote\":\"7\"}"));
  }

  @Test
  void anEmptyTableIsNoFailure() throws IOException {
    assertThat(read("select rate from many where rate < 0 order by rate")).isEqualTo(new Progress.Finished(OptionalLong.empty()));
    assertThat(out.rows()).isZero();
  }

  @Test
  void aSpentBudgetPausesBetweenBatchesAndTheLegsTogetherReadEverythingOnce() throws IOException {
    Cursor from = Cursor.START;
    int legs = 1;
    while (source("select rate from many order by rate", right()).read(from, out, () -> Duration.ZERO) instanceof Progress.Paused paused) {
      from = paused.next();
      assertThat(from.values()).isEqualTo(Map.of("rows", Integer.toString(10_000 * legs)));
      legs++;
    }
    assertThat(legs).isEqualTo(3);
    List<String> rates = out.collected().stream().map(row -> row.get("rate")).toList();
    assertThat(rates).hasSize(25_000).doesNotHaveDuplicates().startsWith("1", "2").endsWith("25000");
  }

  @Test
  void aDatabaseThatIsNotThereIsTriedThreeTimes() throws IOException {
    int closed = closedPort();
    assertThatThrownBy(() -> source(RATES, with("port", Integer.toString(closed))).read(Cursor.START, out, AMPLE))
        .isInstanceOf(SourceUnavailableException.class)
        .hasMessage("S301 cannot connect to PostgreSQL 127.0.0.1:" + closed + "/postgres: connection refused; tried 3 times, waited 1 s, 2 s");
    assertThat(sleeps.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void aUserWhoIsRefusedIsNotTriedAgain() {
    assertThatThrownBy(() -> source(RATES, with("username", "nobody")).read(Cursor.START, out, AMPLE))
        .isInstanceOf(SourceChangedException.class)
        .hasMessage("S302 PostgreSQL 127.0.0.1:" + postgres.getPort() + "/postgres refuses us: FATAL: role \"nobody\" does not exist");
    assertThat(sleeps.waits()).isEmpty();
  }

  @Test
  void anUnknownDatabaseIsNotTriedAgain() {
    assertThatThrownBy(() -> source(RATES, with("dbname", "nowhere")).read(Cursor.START, out, AMPLE))
        .isInstanceOf(SourceChangedException.class)
        .hasMessage("S302 PostgreSQL 127.0.0.1:" + postgres.getPort() + "/nowhere refuses us: FATAL: database \"nowhere\" does not exist");
    assertThat(sleeps.waits()).isEmpty();
  }

  @Test
  void aRenamedColumnIsAChangeAndShowsTheQuery() {
    assertThatThrownBy(() -> read("select rate_day from currency_rates order by rate_day"))
        .isInstanceOf(SourceChangedException.class)
        .hasMessage("S304 PostgreSQL 127.0.0.1:" + postgres.getPort() + "/postgres refuses the query: ERROR: column \"rate_day\" does not exist; "
            + "asked: select rate_day from currency_rates order by rate_day");
  }

  @Test
  void aConnectionThatIsCutWhileReadingIsTheWorldsFault() {
    CollectedRows cutting = new CollectedRows("rate").afterEachRow(rows -> {
      if (rows == 10_000) {
        sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sluice' and query like '%from many%'");
      }
    });
    assertThatThrownBy(() -> source("select rate from many order by rate", right()).read(Cursor.START, cutting, AMPLE))
        .isInstanceOf(SourceUnavailableException.class)
        .hasMessageStartingWith("S305 the connection to PostgreSQL 127.0.0.1:" + postgres.getPort() + "/postgres was lost while reading: ");
  }

  @Test
  void nothingCanBeWrittenThroughAQuery() {
    assertThatThrownBy(() -> read("with gone as (delete from kinds returning id) select id from gone order by id"))
        .isInstanceOf(SourceChangedException.class)
        .hasMessageContaining("in a read-only transaction");
  }

  private Progress read(String query) throws IOException {
    return source(query, right()).read(Cursor.START, out, AMPLE);
  }

  private JdbcSource source(String query, Map<String, String> secret) {
    Retry retry = new Retry(RetryPolicy.CONNECTIONS, sleeps, (setback, wait) -> {});
    return new JdbcSource(new JdbcConfig("sluice/rates", query, 10_000), name -> secret, retry);
  }

  private static Map<String, String> right() {
    return Map.of("host", "127.0.0.1", "port", Integer.toString(postgres.getPort()), "dbname", "postgres", "username", "postgres", "password", "postgres");
  }

  private static Map<String, String> with(String... pairs) {
    Map<String, String> values = new TreeMap<>(right());
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], pairs[i + 1]);
    }
    return values;
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void sql(String... statements) {
    try (Connection connection = postgres.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
