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
  // Athena's standard quota is 20 statements at a time and more.
  private static final int SIDE_BY_SIDE = 15;

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
    List<Checked> all = new ArrayList<>();
    written().forEach((book, rules) -> checked(book, event).forEach(rows -> all.add(new Checked(book, rows.title(), rows.target(), rules))));
    List<RuleResult> results = new ArrayList<>();
    for (int at = 0; at < all.size(); at += SIDE_BY_SIDE) {
      results.addAll(results(all.subList(at, Math.min(at + SIDE_BY_SIDE, all.size())), event));
    }
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

  /** The rows that a book's rules are asked of together, under the name that their results have. */
  private record Named(String title, Optional<Target> target) {}

  private record Checked(RuleBook book, String title, Optional<Target> target, List<WrittenRule> rules) {}

  /** All their queries are under way before the first is waited for. */
  private List<RuleResult> results(List<Checked> some, CheckQualityEvent event) {
    List<TableChecks> begun = some.stream()
        .map(one -> TableChecks.begun(one.title(), one.target(), one.rules(), event.startedAt(), engines)).toList();
    List<RuleResult> results = new ArrayList<>();
    for (int at = 0; at < some.size(); at++) {
      List<RuleResult> ofTable = begun.get(at).results();
      count(some.get(at).book(), ofTable);
      results.addAll(ofTable);
    }
    return results;
  }

  /** A delivery is judged day by day: what is unique or enough in a day need not be so in a month that is replayed. */
  private List<Named> checked(RuleBook book, CheckQualityEvent event) {
    return switch (book) {
      case RuleBook.Delivered delivered -> event.delivered().getOrDefault(delivered.contract().dataset(), List.of()).stream()
          .map(date -> new Named(date.equals(event.ingestDate()) ? book.title() : book.title() + " of " + date,
              Optional.of(Target.delivered(delivered, library, date))))
          .toList();
      case RuleBook.Built built -> List.of(new Named(book.title(), Target.built(built, event.slot().database(), catalogue)));
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
