package sluice.lake.source;

import java.time.Duration;

/** How far an extraction goes before it stops: requests and rows of the whole, bytes of one answer, time of one leg. */
public record Limits(long requests, long rows, long responseBytes, Duration run) {}
