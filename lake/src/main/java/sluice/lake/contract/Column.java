package sluice.lake.contract;

/** One column that a contract promises; a required one has a value in every row. */
public record Column(String name, LogicalType type, boolean required, String description) {}
