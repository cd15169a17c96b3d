package sluice.report.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import sluice.report.market.Market;

/**
 * Everything the page says; what is not in here is not on the page.
 *
 * @param title what the pipeline is about, as the heading names it
 * @param writtenAt when the page was made
 * @param history earlier runs, in any order, without this one
 * @param checkHistory what the checks said in earlier runs, the oldest first
 * @param market what the curated views hold now; empty when nothing was ever published
 * @param versions what made this run: name to version, in the order to print
 */
public record ReportModel(
    String title,
    Place place,
    Instant writtenAt,
    Run run,
    List<Stage> stages,
    List<Problem> problems,
    List<Check> checks,
    List<CheckRun> checkHistory,
    List<Quarantined> quarantined,
    List<Run> history,
    Optional<Market> market,
    List<LakeFile> files,
    Map<String, String> versions) {
  public ReportModel {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(writtenAt, "writtenAt");
    Objects.requireNonNull(run, "run");
    stages = List.copyOf(stages);
    problems = List.copyOf(problems);
    checks = List.copyOf(checks);
    checkHistory = List.copyOf(checkHistory);
    quarantined = List.copyOf(quarantined);
    history = List.copyOf(history);
    files = List.copyOf(files);
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
  }
}
