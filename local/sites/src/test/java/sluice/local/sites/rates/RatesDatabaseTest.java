package sluice.local.sites.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.io.TempDir;
import sluice.local.sites.TestPostgres;

/** A real server; one for all tests, because starting it takes seconds. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class RatesDatabaseTest {
  private static final RateHistory THREE = () -> Stream.of(new Rate("2026-01-02", "EUR", "PLN", "4.2753"),
      new Rate("2026-01-05", "EUR", "PLN", "4.28"), new Rate("2026-01-05", "EUR", "USD", "1.0321"));

  @TempDir static Path folder;
  private static RatesDatabase database;

  @BeforeAll
  static void start() {
    database = RatesDatabase.start(TestPostgres.folders(folder), 0, THREE);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void holdsTheRatesAsTheSourceReadsThem() throws SQLException {
    assertThat(rows("select rate_date, base, quote, rate from currency_rates order by rate_date, base, quote"))
        .containsExactly("2026-01-02 EUR PLN 4.2753", "2026-01-05 EUR PLN 4.28", "2026-01-05 EUR USD 1.0321");
  }

  @Test
  void nobodyComesInWithoutThePassword() {
    Login login = database.login();
    assertThatThrownBy(() -> DriverManager.getConnection(login.jdbcUrl(), login.username(), "guess")).isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
    assertThatThrownBy(() -> DriverManager.getConnection(login.jdbcUrl(), "postgres", "")).isInstanceOf(SQLException.class);
  }

  @Test
  void theReaderMayOnlyRead() {
    assertThatThrownBy(() -> rows("delete from currency_rates returning *")).isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  @Test
  void stoppedAndStartedAgainItHasTheSameAddressAndTheSameRates() throws SQLException {
    Login before = database.login();
    database.stop();
    assertThat(database.running()).isFalse();
    assertThatThrownBy(() -> rows("select 1")).isInstanceOf(SQLException.class).hasMessageContaining("refused");
    database.restart();
    assertThat(database.running()).isTrue();
    assertThat(database.login()).isEqualTo(before);
    assertThat(rows("select count(*), '', '', '' from currency_rates")).containsExactly("3   ");
  }

  @Test
  void aLoginDoesNotTellItsPasswordWhenItIsPrinted() {
    assertThat(database.login()).asString().doesNotContain(database.login().password());
  }

  @Test
  void zLastAServerThatIsLeftInTheFolderIsEndedByTheNextStart() throws IOException {
    Path data = folder.resolve("data").toRealPath();
    Optional<ProcessHandle> left = StalePostmaster.find(data);
    assertThat(left).isPresent();
    assertThat(StalePostmaster.endIn(data)).isTrue();
    assertThat(StalePostmaster.find(data)).isEmpty();
    assertThat(StalePostmaster.endIn(data)).isFalse();
  }

  @Test
  void aProcessThatWorksElsewhereIsNotOurs() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + other + "\n");
    assertThat(StalePostmaster.find(other)).isEmpty();
    Files.writeString(other.resolve("postmaster.pid"), "not a number\n");
    assertThat(StalePostmaster.find(other)).isEmpty();
  }

  private static List<String> rows(String sql) throws SQLException {
    Login login = database.login();
    try (Connection connection = DriverManager.getConnection(login.jdbcUrl(), login.username(), login.password());
        Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
      Stream.Builder<String> found = Stream.builder();
      while (rows.next()) {
        found.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3) + " " + rows.getString(4));
      }
      return found.build().toList();
    }
  }
}
