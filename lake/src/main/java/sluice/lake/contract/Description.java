package sluice.lake.contract;

import sluice.lake.yaml.YamlNode;

/** A sentence for people; one that is still to be written is a problem. */
final class Description {
  /** What a proposed contract starts a text with that only a person can write. */
  static final String TODO = "TODO";

  private static final String UNWRITTEN = "C111";

  private Description() {}

  static String read(YamlNode node) {
    String text = node.text();
    if (text.startsWith(TODO)) {
      node.refuse(UNWRITTEN, node.path() + " is still to be written", "words for people who do not know it", null);
    }
    return text;
  }
}
