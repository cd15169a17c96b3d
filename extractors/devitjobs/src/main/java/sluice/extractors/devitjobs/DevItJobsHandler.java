package sluice.extractors.devitjobs;

import java.net.URI;
import java.util.Map;
import sluice.extractors.kit.KitEnvironment;
import sluice.extractors.kit.Source;
import sluice.extractors.kit.SourceHandler;
import sluice.extractors.kit.http.Egress;
import sluice.extractors.kit.http.Resolver;
import sluice.lake.source.SourceSpec;

/** The Lambda function that reads the job board; it ships as an image, because it brings a browser. */
public final class DevItJobsHandler extends SourceHandler {
  private final Chromium chromium;

  /** As Lambda starts it. */
  public DevItJobsHandler() {
    this(System.getenv());
  }

  private DevItJobsHandler(Map<String, String> variables) {
    this(KitEnvironment.ofFunction(variables), variables);
  }

  DevItJobsHandler(KitEnvironment environment, Map<String, String> variables) {
    super(environment);
    this.chromium = Chromium.of(variables, environment.temporary());
  }

  @Override
  protected Source open(SourceSpec spec, KitEnvironment environment) {
    BrowserSettings live = BrowserSettings.read(spec.settings());
    BrowserSettings here = environment.baseUrl().map(base -> live.at(URI.create(base))).orElse(live);
    return new DevItJobsSource(here, live.url(), new Egress(spec.egress(), environment.insiders(), Resolver.SYSTEM), chromium);
  }
}
