package sluice.report.model;

/** An optional source that failed while the run went on: the error's class name and what it said. */
public record FailedSource(String source, String error, String cause) {}
