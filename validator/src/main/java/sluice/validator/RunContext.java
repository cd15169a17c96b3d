package sluice.validator;

import java.time.Instant;
import java.time.LocalDate;
import sluice.lake.RunId;

/** What every part of a run has in common. */
public record RunContext(RunId runId, LocalDate ingestDate, Instant startedAt) {}
