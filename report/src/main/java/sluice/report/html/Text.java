package sluice.report.html;

/** Text that may come from anywhere; it is escaped when written. */
record Text(String text) implements Node {}
