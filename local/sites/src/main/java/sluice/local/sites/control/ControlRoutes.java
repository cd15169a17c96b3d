package sluice.local.sites.control;

import java.util.LinkedHashMap;
import java.util.Map;
import sluice.local.sites.rates.RatesDatabase;
import sluice.local.sites.web.Ask;
import sluice.local.sites.web.BadAskException;
import sluice.local.sites.web.Fault;
import sluice.local.sites.web.FaultPlan;
import sluice.local.sites.web.Json;
import sluice.local.sites.web.Reply;
import sluice.local.sites.web.SiteServer;

/** What a person or a test does to the sample sites: look at them, stop and start the database, plan faults. */
public final class ControlRoutes {
  private static final int ALWAYS = 1_000_000;

  private final FaultPlan faults;
  private final RatesDatabase database;

  public ControlRoutes(FaultPlan faults, RatesDatabase database) {
    this.faults = faults;
    this.database = database;
  }

  public void addTo(SiteServer server) {
    server.route("control", "/control/health", ask -> health(server))
        .route("control", "/control/postgres/stop", ask -> posted(ask, database::stop, server))
        .route("control", "/control/postgres/start", ask -> posted(ask, database::restart, server))
        .route("control", "/control/faults", ask -> posted(ask, () -> plan(ask, server), server))
        .route("control", "/control/faults/clear", ask -> posted(ask, faults::clear, server));
  }

  private Reply health(SiteServer server) {
    Map<String, Object> health = new LinkedHashMap<>();
    health.put("site", "running");
    health.put("postgres", database.running() ? "running" : "stopped");
    health.put("requests", server.requests());
    health.put("faults", faults.left());
    return Reply.json(200, Json.write(health));
  }

  private Reply posted(Ask ask, Runnable action, SiteServer server) {
    if (!ask.method().equals("POST")) {
      throw new BadAskException("method: expected POST, found " + ask.method());
    }
    action.run();
    return health(server);
  }

  private void plan(Ask ask, SiteServer server) {
    String site = ask.param("site").orElse("nothing");
    if (!server.requests().containsKey(site) || site.equals("control")) {
      throw new BadAskException("site: expected one of " + sites(server) + ", found " + site);
    }
    faults.plan(site, Fault.from(ask.query()), number(ask, "after", 0), number(ask, "times", 1));
  }

  private static String sites(SiteServer server) {
    return String.join(", ", server.requests().keySet().stream().filter(name -> !name.equals("control")).toList());
  }

  private static int number(Ask ask, String name, int fallback) {
    String text = ask.param(name).orElse(Integer.toString(fallback));
    if (text.equals("always")) {
      return ALWAYS;
    }
    if (!text.matches("\\d{1,6}")) {
      throw new BadAskException(name + ": expected a whole number or always, found \"" + text + "\"");
    }
    return Integer.parseInt(text);
  }
}
