package sluice.report.html;

import java.util.List;

/** A tag with its attributes and what it holds. */
record Element(String tag, List<Node> parts) implements Node {
  Element {
    parts = List.copyOf(parts);
  }
}
