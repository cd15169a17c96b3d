package sluice.report.model;

import java.util.Map;

/** What every check said in one earlier run, by the check's name. */
public record CheckRun(String runId, Map<String, Outcome> outcomes) {
  public CheckRun {
    outcomes = Map.copyOf(outcomes);
  }
}
