package sluice.report.html;

/** A piece of a page: an element, what belongs to one, or several of them in a row. */
public sealed interface Node permits Element, Attribute, Text, Verbatim, Nodes {}
