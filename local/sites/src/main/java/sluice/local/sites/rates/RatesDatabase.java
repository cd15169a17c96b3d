package sluice.local.sites.rates;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** A real PostgreSQL with the rates in it, which can be stopped and started again at the same address with the same login. */
public final class RatesDatabase implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  private final Path data;
  private final RatesSetup.Owner owner;
  private final Login login;
  private EmbeddedPostgres server;
  private DeathWatch watch;

  private RatesDatabase(Path data, RatesSetup.Owner owner, Login login, EmbeddedPostgres server) {
    this.data = data;
    this.owner = owner;
    this.login = login;
    this.server = server;
  }

  /** Always begins with an empty server: what it holds is made of {@code history}, so nothing is lost with the old one. */
  public static RatesDatabase start(DatabaseFolders folders, int port, RateHistory history) {
    try {
      Path data = folders.emptied();
      RatesSetup.Owner owner = RatesSetup.drawOwner();
      EmbeddedPostgres server = server(folders.binaries(), data, port, owner);
      Login login = RatesSetup.drawLogin(server.getPort());
      RatesDatabase database = new RatesDatabase(data, owner, login, server);
      try {
        database.watch = database.newWatch();
        RatesSetup.fill(server, data, owner, login, history);
      } catch (IOException | SQLException | RuntimeException e) {
        database.close();
        throw e;
      }
      return database;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("the sample database did not start in " + folders.data() + ": " + e.getMessage(), e);
    }
  }

  public Login login() {
    return login;
  }

  public synchronized boolean running() {
    return server != null;
  }

  public synchronized void stop() {
    if (server == null) {
      return;
    }
    try {
      server.close();
      watch.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      server = null;
    }
  }

  public synchronized void restart() {
    if (server != null) {
      return;
    }
    try {
      server = server(null, data, login.port(), owner);
      watch = newWatch();
    } catch (IOException e) {
      throw new UncheckedIOException("the sample database did not start again on port " + login.port() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    stop();
  }

  private DeathWatch newWatch() throws IOException {
    long pid = StalePostmaster.find(data).orElseThrow(() -> new IOException("no server works in " + data)).pid();
    return DeathWatch.over(pid, data);
  }

  private static EmbeddedPostgres server(Path binaries, Path data, int port, RatesSetup.Owner owner) throws IOException {
    if (binaries != null) {
      System.setProperty("ot.epg.working-dir", binaries.toString());
    }
    return EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false).setPort(port).setPGStartupWait(START_LIMIT)
        .setConnectConfig("password", owner.password())
        .setLocaleConfig("locale", "C")
        .setServerConfig("listen_addresses", "127.0.0.1")
        // No socket file in the shared /tmp, and no more memory than sample data needs.
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("shared_buffers", "16MB").setServerConfig("max_connections", "30")
        .setServerConfig("wal_level", "minimal").setServerConfig("max_wal_senders", "0").setServerConfig("autovacuum", "off")
        .start();
  }
}
