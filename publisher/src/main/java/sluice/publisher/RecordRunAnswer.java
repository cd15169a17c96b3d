package sluice.publisher;

import sluice.lake.ledger.RunRecord;
import sluice.lake.ledger.RunStatus;

/** What was recorded, and the words in which people are told of it. */
public record RecordRunAnswer(RunStatus status, Notice notice, RunRecord record) {}
