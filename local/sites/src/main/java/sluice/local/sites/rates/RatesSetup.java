package sluice.local.sites.rates;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** What a new server is given: logins that need their passwords, the table, and the rates by COPY. */
final class RatesSetup {
  private static final String DATABASE = "rates";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int COPY_CHUNK = 1 << 16;

  private RatesSetup() {}

  /** The server's own superuser; nobody but this class needs it. */
  record Owner(String password) {}

  static Owner drawOwner() {
    return new Owner(draw(16));
  }

  static Login drawLogin(int port) {
    return new Login("127.0.0.1", port, DATABASE, "reader_" + draw(4), draw(16));
  }

  static void fill(EmbeddedPostgres server, Path data, Owner owner, Login login, RateHistory history) throws SQLException, IOException {
    try (Connection first = server.getPostgresDatabase().getConnection(); Statement statement = first.createStatement()) {
      statement.execute("alter role postgres password '" + owner.password() + "'");
      statement.execute("create role " + login.username() + " login password '" + login.password() + "'");
      // Until this line anyone on this machine could have logged in: the server was made with "trust".
      Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
      statement.execute("select pg_reload_conf()");
      statement.execute("create database " + DATABASE);
    }
    try (Connection rates = server.getDatabase("postgres", DATABASE).getConnection(); Statement statement = rates.createStatement()) {
      rates.setAutoCommit(false);
      statement.execute("create table currency_rates (rate_date date not null, base char(3) not null, quote char(3) not null, rate numeric not null)");
      copy(rates.unwrap(PGConnection.class), history);
      statement.execute("alter table currency_rates add primary key (rate_date, base, quote)");
      statement.execute("grant select on currency_rates to " + login.username());
      rates.commit();
    }
  }

  private static void copy(PGConnection connection, RateHistory history) throws SQLException {
    CopyIn copy = connection.getCopyAPI().copyIn("copy currency_rates from stdin with (format csv)");
    try (Stream<Rate> rows = history.rows()) {
      StringBuilder chunk = new StringBuilder(COPY_CHUNK + 64);
      for (Iterator<Rate> i = rows.iterator(); i.hasNext();) {
        chunk.append(i.next().copyLine());
        if (chunk.length() >= COPY_CHUNK || !i.hasNext()) {
          byte[] bytes = chunk.toString().getBytes(StandardCharsets.UTF_8);
          copy.writeToCopy(bytes, 0, bytes.length);
          chunk.setLength(0);
        }
      }
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static String draw(int bytes) {
    byte[] drawn = new byte[bytes];
    RANDOM.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }
}
