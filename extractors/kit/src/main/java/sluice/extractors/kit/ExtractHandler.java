package sluice.extractors.kit;

import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import sluice.extractors.kit.http.Egress;
import sluice.extractors.kit.http.GuardedHttp;
import sluice.extractors.kit.http.Resolver;
import sluice.extractors.kit.jdbc.JdbcConfig;
import sluice.extractors.kit.jdbc.JdbcSource;
import sluice.extractors.kit.rest.RestConfig;
import sluice.extractors.kit.rest.RestSource;
import sluice.extractors.kit.retry.Retry;
import sluice.extractors.kit.retry.RetryPolicy;
import sluice.lake.event.EventName;
import sluice.lake.source.SourceSpec;

/** The Lambda function of every source that is described by its source.yml alone. */
public final class ExtractHandler extends SourceHandler {
  /** How long one request may take; a page of a healthy site takes a second. */
  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(30);

  /** As Lambda starts it. */
  public ExtractHandler() {
    this(KitEnvironment.ofFunction(System.getenv()));
  }

  ExtractHandler(KitEnvironment environment) {
    super(environment);
  }

  @Override
  protected Source open(SourceSpec spec, KitEnvironment environment) {
    return switch (spec.kind()) {
      case REST -> rest(spec, environment);
      case JDBC -> new JdbcSource(JdbcConfig.of(spec), environment.secrets(), retry(RetryPolicy.CONNECTIONS, environment));
      case BROWSER -> throw new IllegalArgumentException(
          "source " + spec.source() + " is of kind browser and has a function of its own; this one reads rest and jdbc");
    };
  }

  private static Source rest(SourceSpec spec, KitEnvironment environment) {
    RestConfig live = RestConfig.of(spec);
    RestConfig config = environment.baseUrl().map(base -> live.at(URI.create(base))).orElse(live);
    Egress egress = new Egress(spec.egress(), environment.insiders(), Resolver.SYSTEM);
    Retry retry = retry(RetryPolicy.REQUESTS, environment);
    return (from, out, budget) -> {
      try (GuardedHttp http = GuardedHttp.over(
          egress, defaultTls(), retry, environment.clock(), LONGEST_REQUEST, spec.limits().responseBytes())) {
        return new RestSource(config, spec.limits(), http, environment.log()).read(from, out, budget);
      }
    };
  }

  private static Retry retry(RetryPolicy policy, KitEnvironment environment) {
    // The code only: a setback's text may quote the site, and logs hold no payloads.
    return new Retry(policy, environment.sleeper(), (setback, wait) -> environment.log().happened(
        EventName.REQUEST_RETRIED, Map.of("reason", setback.fault().code(), "waitSeconds", wait.toMillis() / 1000.0)));
  }

  private static SSLContext defaultTls() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
