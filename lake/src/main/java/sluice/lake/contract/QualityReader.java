package sluice.lake.contract;

import java.util.Map;
import sluice.lake.yaml.YamlNode;

/** Keeps the rulesets of a file with the lines on which they start; what they say is not looked at here. */
public final class QualityReader {
  private QualityReader() {}

  public static Quality read(YamlNode node) {
    node.onlyKeys("fail", "warn");
    Map<String, YamlNode> rulesets = node.entries();
    return new Quality(ruleset(rulesets.get("fail")), ruleset(rulesets.get("warn")));
  }

  private static Ruleset ruleset(YamlNode node) {
    return node == null ? Ruleset.NONE : new Ruleset(node.text(), node.textLine());
  }
}
