package sluice.extractors.kit;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.extractors.kit.http.Egress;
import sluice.extractors.kit.http.Endpoint;
import sluice.extractors.kit.secret.Secrets;
import sluice.extractors.kit.secret.SecretsManager;
import sluice.lake.Buckets;
import sluice.lake.Sleeper;
import sluice.lake.Zone;
import sluice.lake.event.EventLog;
import sluice.lake.lambda.FunctionEnvironment;
import sluice.lake.store.ObjectStore;

/**
 * Everything that an extract function takes from outside, so that a test can give something else.
 *
 * @param rawBucket where parts and manifests go
 * @param baseUrl replaces the site of the source.yml, as the local world does
 * @param insiders endpoints that may be private and plain http
 * @param temporary a folder of this machine; each source gets its own folder in it
 */
public record KitEnvironment(
    ObjectStore store,
    String rawBucket,
    Secrets secrets,
    Optional<String> baseUrl,
    Set<Endpoint> insiders,
    EventLog log,
    Clock clock,
    Sleeper sleeper,
    Path temporary) {

  /** As a function finds it: AWS clients, environment variables, the real clock. */
  public static KitEnvironment ofFunction(Map<String, String> variables) {
    Clock clock = Clock.systemUTC();
    return new KitEnvironment(
        FunctionEnvironment.store(),
        Buckets.fromEnvironment(variables).of(Zone.RAW),
        // Only sources with secrets should pay for starting this client.
        name -> SecretsManager.fromEnvironment().read(name),
        Optional.ofNullable(variables.get("SLUICE_BASE_URL")).filter(url -> !url.isBlank()),
        Egress.insiders(variables.get("SLUICE_EGRESS_ALLOW")),
        new EventLog(System.out, clock),
        clock,
        Sleeper.REAL,
        Path.of(System.getProperty("java.io.tmpdir"), "sluice-extract"));
  }

  /** The same world, whose events say what they are about. */
  KitEnvironment about(ExtractEvent event) {
    return new KitEnvironment(
        store, rawBucket, secrets, baseUrl, insiders, log.about(event.about()), clock, sleeper, temporary);
  }
}
