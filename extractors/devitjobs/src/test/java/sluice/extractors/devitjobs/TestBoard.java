package sluice.extractors.devitjobs;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import sluice.extractors.kit.http.Egress;
import sluice.extractors.kit.http.Endpoint;
import sluice.extractors.kit.http.Resolver;
import sluice.local.sites.board.Advert;
import sluice.local.sites.board.Board;
import sluice.local.sites.board.BoardRoutes;
import sluice.local.sites.board.Salary;
import sluice.local.sites.web.Fault;
import sluice.local.sites.web.FaultPlan;
import sluice.local.sites.web.SiteServer;

/** The sample job board on a free port, with the adverts and the faults of one test. */
final class TestBoard implements AutoCloseable {
  static final URI SITE = URI.create("https://devitjobs.uk/jobs/Data/all");

  private final FaultPlan faults = new FaultPlan();
  final SiteServer server;

  TestBoard(List<Advert> adverts) {
    server = SiteServer.bind(0, faults);
    new BoardRoutes(new Board("Data", adverts)).addTo(server);
    server.open();
  }

  static TestBoard of(int size) {
    return new TestBoard(adverts(size));
  }

  static List<Advert> adverts(int size) {
    return IntStream.range(0, size).mapToObj(TestBoard::advert).toList();
  }

  static Advert advert(int number) {
    return new Advert("Heron-Labs-Data-Engineer-" + number, "Data Engineer " + number, "Heron Labs", "Leeds", "Senior", List.of("Java", "SQL"),
        "2026-03-02T00:00:00.000+00:00", Salary.annual("GBP", 60_000, 80_000));
  }

  /** What goes wrong always, in the words of the control port. */
  TestBoard always(String route, Map<String, String> fault) {
    return broken(route, fault, 0, Integer.MAX_VALUE);
  }

  TestBoard broken(String route, Map<String, String> fault, int after, int times) {
    faults.plan(route, Fault.from(fault), after, times);
    return this;
  }

  BrowserSettings settings() {
    return settings(new ScrollBounds(2_000, Duration.ofSeconds(2)), Duration.ofSeconds(20));
  }

  BrowserSettings settings(ScrollBounds bounds, Duration load) {
    return new BrowserSettings(SITE, bounds, load).at(server.address().resolve("/devitjobs"));
  }

  Egress egress() {
    return egress(server.address().getPort());
  }

  static Egress egress(int port) {
    return new Egress(List.of("devitjobs.uk"), Set.of(new Endpoint("127.0.0.1", port)), Resolver.SYSTEM);
  }

  @Override
  public void close() {
    server.close();
  }
}
