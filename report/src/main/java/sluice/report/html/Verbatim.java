package sluice.report.html;

/** Our own style sheet or script, the only thing written without escaping. */
record Verbatim(String text) implements Node {}
