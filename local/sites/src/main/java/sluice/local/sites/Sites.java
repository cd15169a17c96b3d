package sluice.local.sites;

import java.net.URI;
import sluice.local.sites.board.BoardRoutes;
import sluice.local.sites.control.ControlRoutes;
import sluice.local.sites.rates.DatabaseFolders;
import sluice.local.sites.rates.Login;
import sluice.local.sites.rates.RatesDatabase;
import sluice.local.sites.search.SearchRoute;
import sluice.local.sites.web.FaultPlan;
import sluice.local.sites.web.SiteServer;

/** The outside world of the pipeline in one process: a job board, a search API and a database of exchange rates. */
public final class Sites implements AutoCloseable {
  private final SiteServer server;
  private final RatesDatabase database;

  private Sites(SiteServer server, RatesDatabase database) {
    this.server = server;
    this.database = database;
  }

  public static Sites start(SitesOptions options) {
    FaultPlan faults = new FaultPlan();
    // Bound first: a port that is taken is known before seconds are spent on the database.
    SiteServer server = SiteServer.bind(options.port(), faults);
    try {
      SampleData data = SampleData.of(options);
      DatabaseFolders folders = new DatabaseFolders(options.postgresBinaries(), options.stateDir().resolve("postgres"));
      RatesDatabase database = RatesDatabase.start(folders, options.postgresPort(), data.rates());
      new BoardRoutes(data.board()).addTo(server);
      new SearchRoute(data.postings()).addTo(server);
      new ControlRoutes(faults, database).addTo(server);
      return new Sites(server.open(), database);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  public URI site() {
    return server.address();
  }

  public Login postgres() {
    return database.login();
  }

  @Override
  public void close() {
    server.close();
    database.close();
  }
}
