package sluice.report.chart;

import sluice.report.html.Node;

/** One picture of numbers: it can draw itself and say the same as a table. */
public interface Chart {
  String id();

  String title();

  /** What is measured, in which unit, and how to read the marks. */
  String unit();

  /** What the colours stand for; nothing where there is only one. */
  Node legend();

  Node drawing();

  Node table();
}
