package sluice.intake;

import java.util.List;

/** The messages that have to come again; the queue counts how often and puts them aside in the end. */
record IntakeAnswer(List<Failure> batchItemFailures) {
  record Failure(String itemIdentifier) {}
}
