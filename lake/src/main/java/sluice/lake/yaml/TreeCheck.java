package sluice.lake.yaml;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Finds what no reader should have to think of: duplicate keys, keys that are no words, tags, and a node inside itself. */
final class TreeCheck {
  private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);

  private final Refusal refusal;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

  TreeCheck(Refusal refusal) {
    this.refusal = refusal;
  }

  void check(Node node) {
    if (open.contains(node)) {
      refuse(YamlRule.TOO_DEEP, "an alias contains itself", null, null, node);
      return;
    }
    if (!seen.add(node)) {
      return;
    }
    if (!PLAIN.contains(node.getTag())) {
      refuse(YamlRule.TAG, "tags are not used here", "a plain value", node.getTag().getValue(), node);
    }
    open.add(node);
    if (node instanceof SequenceNode list) {
      list.getValue().forEach(this::check);
    } else if (node instanceof MappingNode map) {
      checkMap(map);
    }
    open.remove(node);
  }

  private void checkMap(MappingNode map) {
    Map<String, Integer> lines = new HashMap<>();
    for (NodeTuple entry : map.getValue()) {
      if (entry.getKeyNode() instanceof ScalarNode key) {
        Integer first = lines.putIfAbsent(key.getValue(), key.getStartMark().map(m -> m.getLine() + 1).orElse(0));
        if (first != null) {
          refuse(YamlRule.DUPLICATE_KEY, "key \"" + key.getValue() + "\" stands twice", "each key once",
              "the first in line " + first, key);
        }
      } else {
        refuse(YamlRule.WRONG_TYPE, "a key is no word", "a word", "a list or map", entry.getKeyNode());
      }
      check(entry.getValueNode());
    }
  }

  private void refuse(YamlRule rule, String what, String expected, String found, Node node) {
    refusal.refuse(rule, what, expected, found, node.getStartMark());
  }

  /** Where what is found goes. */
  interface Refusal {
    void refuse(YamlRule rule, String what, String expected, String found, Optional<Mark> mark);
  }
}
