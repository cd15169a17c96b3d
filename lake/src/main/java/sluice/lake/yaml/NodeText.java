package sluice.lake.yaml;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Says in a few words what stands at a place, for the "found" of a message. */
final class NodeText {
  private static final int LONGEST = 60;

  private NodeText() {}

  static String of(Node node) {
    return switch (node) {
      case null -> "nothing";
      case MappingNode map -> map.getValue().isEmpty() ? "an empty map" : "a map";
      case SequenceNode list -> list.getValue().isEmpty() ? "an empty list" : "a list";
      case ScalarNode scalar -> scalar(scalar);
      default -> "something else";
    };
  }

  private static String scalar(ScalarNode scalar) {
    String value = scalar.getValue().replaceAll("\\p{Cntrl}", " ");
    String cut = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return "nothing";
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return "the number " + cut;
    }
    return tag.equals(Tag.BOOL) ? cut : '"' + cut + '"';
  }
}
