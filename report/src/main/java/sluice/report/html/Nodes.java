package sluice.report.html;

import java.util.List;

/** Several nodes in a row, or none. */
record Nodes(List<Node> nodes) implements Node {
  Nodes {
    nodes = List.copyOf(nodes);
  }
}
