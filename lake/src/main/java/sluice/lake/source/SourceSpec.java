package sluice.lake.source;

import java.util.List;
import sluice.lake.DatasetName;
import sluice.lake.yaml.YamlNode;

/**
 * All that is said about a source in its {@code source.yml}.
 *
 * @param required whether a run fails when this source does
 * @param egress the only hosts it may talk to
 * @param secrets the names of the secrets it may read
 * @param settings the subtree named like the kind, which that kind's extractor reads with {@link YamlNode#validated}
 */
public record SourceSpec(
    DatasetName source,
    String description,
    Kind kind,
    boolean required,
    FunctionSpec function,
    List<String> egress,
    List<String> secrets,
    Limits limits,
    YamlNode settings) {
  public SourceSpec {
    egress = List.copyOf(egress);
    secrets = List.copyOf(secrets);
  }
}
