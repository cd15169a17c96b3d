package sluice.report.section;

import sluice.report.html.Node;

/** One part of the page under a heading of its own. */
public interface Section {
  /** The name to link to; it never changes. */
  String anchor();

  String heading();

  Node body(View view);
}
