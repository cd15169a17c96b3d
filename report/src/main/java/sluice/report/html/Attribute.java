package sluice.report.html;

/** An attribute of the element it stands in; its name is ours, its value may be anybody's. */
record Attribute(String name, String value) implements Node {}
