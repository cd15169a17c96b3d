package sluice.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import sluice.lake.event.Emf;
import sluice.lake.event.EventLog;
import sluice.lake.event.EventName;
import sluice.lake.problem.Problem;
import sluice.quality.dqdl.WrittenRule;
import sluice.quality.rules.Catalogue;
import sluice.quality.rules.Library;
import sluice.quality.rules.RuleBook;
import sluice.quality.rules.Target;

/** Checks what was delivered and what was built against all rules, before readers see any of it. */
final class CheckQuality {
  private final Library library;
  private final Catalogue catalogue;
  private final TableChecks.Engines engines;
  private final ResultsFile file;
  private final EventLog log;
  private final Emf metrics;

  CheckQuality(Library library, Catalogue catalogue, TableChecks.Engines engines, ResultsFile file, EventLog log, Emf metrics) {
    this.library = library;
    this.catalogue = catalogue;
    this.engines = engines;
    this.file = file;
    this.log = log;
    this.metrics = metrics;
  }

  /**
   * Every rule is looked at, also after some have failed.
   *
   * @throws QualityRulesException when rules cannot be understood; the start of the run would have said so
   */
  CheckQualityAnswer check(CheckQualityEvent event) {
    Map<RuleBook, List<WrittenRule>> written = written();
    Map<RuleBook, TableChecks> checks = new LinkedHashMap<>();
    // All tables' queries are under way before the first is waited for.
    written.forEach((book, rules) -> checks.put(book, TableChecks.begun(book.title(), target(book, event), rules, event.startedAt(), engines)));
    List<RuleResult> results = new ArrayList<>();
    checks.forEach((book, check) -> {
      List<RuleResult> ofTable = check.results();
      count(book, ofTable);
      results.addAll(ofTable);
    });
    file.write(event, results);
    CheckQualityAnswer answer = CheckQualityAnswer.of(results);
    tell(event, results, answer);
    return answer;
  }

  private Map<RuleBook, List<WrittenRule>> written() {
    List<Problem> problems = new ArrayList<>();
    Map<RuleBook, List<WrittenRule>> written = new LinkedHashMap<>();
    library.books().forEach(book -> written.put(book, CheckRules.written(book, problems)));
    if (!problems.isEmpty()) {
      throw new QualityRulesException(problems);
    }
    return written;
  }

  private Optional<Target> target(RuleBook book, CheckQualityEvent event) {
    return switch (book) {
      case RuleBook.Delivered delivered -> Optional.of(Target.delivered(delivered, library, event.ingestDate()));
      case RuleBook.Built built -> Target.built(built, event.slot().database(), catalogue);
    };
  }

  private void count(RuleBook book, List<RuleResult> results) {
    long passed = results.stream().filter(RuleResult::passed).count();
    SequencedMap<String, Long> counts = new TreeMap<>(Map.of("DQPassed", passed, "DQFailed", results.size() - passed));
    metrics.counted(new TreeMap<>(Map.of("dataset", book.name())), counts);
  }

  private void tell(CheckQualityEvent event, List<RuleResult> results, CheckQualityAnswer answer) {
    EventLog run = log.about(Map.of("runId", event.runId()));
    // No sample: values are for the results, which are kept as closely as the data, and not for the log.
    results.stream().filter(result -> !result.passed()).forEach(result -> run.happened(EventName.RULE_NOT_MET, Map.of(
        "table", result.table(), "rule", result.rule(), "level", result.level(), "outcome", result.finding().outcome().word(),
        "actual", result.finding().actual())));
    run.happened(EventName.QUALITY_CHECKED, Map.of(
        "checked", answer.checked(), "passed", answer.passed(), "failed", answer.failed(), "warned", answer.warned()));
  }
}
