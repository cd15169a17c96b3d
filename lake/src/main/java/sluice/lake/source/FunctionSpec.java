package sluice.lake.source;

import java.time.Duration;

/** The function that extracts a source. */
public record FunctionSpec(Packaging packaging, int memoryMb, Duration timeout) {}
