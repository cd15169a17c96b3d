package sluice.cli.deploy;

import java.util.List;
import java.util.stream.Stream;
import sluice.cli.installation.Installation;
import sluice.lake.source.SourceSpec;
import sluice.local.world.Names;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Secrets that Terraform has made and nobody has given a value yet; values are never read here. */
final class WaitingSecrets {
  private final SecretsManagerClient secrets;

  WaitingSecrets(Installation here) {
    this.secrets = here.client(SecretsManagerClient.builder());
  }

  /** @return their names, sorted */
  List<String> among(List<SourceSpec> sources) {
    return Stream.concat(Stream.of(Names.PII_SALT_SECRET), sources.stream().flatMap(source -> source.secrets().stream()))
        .distinct().sorted().filter(this::waits).toList();
  }

  private boolean waits(String name) {
    try {
      return secrets.describeSecret(describe -> describe.secretId(name)).versionIdsToStages().isEmpty();
    } catch (ResourceNotFoundException notOurs) {
      return false;
    }
  }
}
