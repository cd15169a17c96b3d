package sluice.publisher;

import sluice.lake.Slot;

/** The slot that dbt may write to, and its database. */
public record PrepareBuildAnswer(Slot slot, String database) {}
