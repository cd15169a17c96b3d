package sluice.report.model;

/** Where and why a run ended: the stage, the error's class name and what it said. */
public record Failure(String stage, String error, String cause) {}
