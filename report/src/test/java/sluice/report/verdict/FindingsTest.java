package sluice.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.FailedSource;
import sluice.lake.ledger.Failure;
import sluice.lake.ledger.RunStatus;
import sluice.report.model.Check;
import sluice.report.model.Level;
import sluice.report.model.Outcome;
import sluice.report.model.Place;
import sluice.report.model.Problem;
import sluice.report.model.Quarantined;
import sluice.report.model.ReportModel;
import sluice.report.model.Run;

class FindingsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");
  private static final FailedSource RATES = new FailedSource("currency_rates", "x.SourceUnavailableException", "connection refused");

  private final List<Problem> problems = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private final List<Quarantined> quarantined = new ArrayList<>();
  private final List<Run> history = new ArrayList<>();

  @Test
  void aCleanRunHasNone() {
    assertThat(of(run(RunStatus.SUCCEEDED, Map.of("orders", new Counts(3, 2, 0, 1)), List.of()))).isEmpty();
  }

  @Test
  void rowsWithoutAVerdictAreTheWorst() {
    quarantined.add(heldBack("orders"));

    assertThat(of(run(RunStatus.SUCCEEDED, Map.of("orders", new Counts(10, 7, 1, 1)), List.of())))
        .extracting(Problem::level, Problem::what)
        .containsExactly(
            tuple(Level.ERROR, "1 row read and never given a verdict"),
            tuple(Level.WARNING, "1 row held back, such as \"n/a\""));
  }

  @Test
  void moreVerdictsThanRowsAreWrongToo() {
    assertThat(of(run(RunStatus.SUCCEEDED, Map.of("orders", new Counts(1, 2, 0, 1)), List.of())))
        .extracting(Problem::what).containsExactly("2 more rows given a verdict than were read");
  }

  @Test
  void aFailedRunSaysWhereAndThatReadersKeepWhatTheyHad() {
    Run failed = new Run("r", RunStatus.FAILED, "manual", NOW, Duration.ZERO, Map.of(), Map.of(), List.of(),
        Optional.of(new Failure("extract", "x.SourceChangedException", "no totalCount")));

    Problem problem = of(failed).getFirst();

    assertThat(problem.level()).isEqualTo(Level.ERROR);
    assertThat(problem.where()).isEqualTo("extract");
    assertThat(problem.what()).isEqualTo("no totalCount");
    assertThat(problem.safe()).contains("nothing was published");
    assertThat(problem.next()).containsExactly("./sluice run");
  }

  @Test
  void anOptionalSourceIsSaidToFailSinceTheFirstOfTheRunsInARow() {
    history.add(earlier(12, List.of(RATES)));
    history.add(earlier(24, List.of(RATES)));
    history.add(earlier(36, List.of()));
    history.add(earlier(48, List.of(RATES)));

    Problem problem = of(run(RunStatus.PARTIAL, Map.of("orders", new Counts(1, 1, 0, 0)), List.of(RATES))).getFirst();

    assertThat(problem.where()).isEqualTo("currency_rates");
    assertThat(problem.level()).isEqualTo(Level.WARNING);
    assertThat(problem.since()).contains(NOW.minus(Duration.ofHours(24)));
  }

  @Test
  void whatThePipelineSaidItselfIsNotRepeated() {
    Problem own = Problem.of("S301", Level.WARNING, "currency_rates", "cannot connect");
    problems.add(own);

    assertThat(of(run(RunStatus.PARTIAL, Map.of("orders", new Counts(1, 1, 0, 0)), List.of(RATES)))).containsExactly(own);
  }

  @Test
  void aSourceThatGaveNothingIsComparedWithTheRunBefore() {
    history.add(earlier(12, List.of()));

    assertThat(of(run(RunStatus.SUCCEEDED, Map.of("orders", Counts.NONE), List.of())))
        .extracting(Problem::code, Problem::what)
        .containsExactly(tuple("no_rows", "this run read 0 rows; the run before read 5"));
  }

  @Test
  void aSourceThatFailedIsNotAlsoSaidToBeEmpty() {
    assertThat(of(run(RunStatus.PARTIAL, Map.of("currency_rates", Counts.NONE), List.of(RATES)))).extracting(Problem::code).containsExactly("optional_source_failed");
  }

  @Test
  void testsThatDidNotPassAreNamedWithTheirRows() {
    checks.add(new Check("unique_key", Check.Kind.DATA, "orders", Outcome.FAILED, 3, Duration.ZERO, Optional.empty()));
    checks.add(new Check("calm", Check.Kind.DATA, "orders", Outcome.PASSED, 0, Duration.ZERO, Optional.empty()));

    assertThat(of(run(RunStatus.SUCCEEDED, Map.of("orders", new Counts(1, 1, 0, 0)), List.of())))
        .extracting(Problem::code, Problem::level, Problem::what, problem -> problem.link().orElse(""))
        .containsExactly(tuple("unique_key", Level.ERROR, "the test did not pass: 3 rows", "#rule-unique-key"));
  }

  @Test
  void heldBackRowsWithoutAnEntryAreStillSaid() {
    assertThat(of(run(RunStatus.SUCCEEDED, Map.of("orders", new Counts(4, 1, 3, 0)), List.of())))
        .extracting(Problem::what).containsExactly("3 rows held back");
  }

  @Test
  void publishingWithoutATestResultIsSuspicious() {
    Run run = new Run("now", RunStatus.SUCCEEDED, "manual", NOW, Duration.ZERO, Map.of("orders", new Counts(1, 1, 0, 0)), Map.of("orders", 1L),
        List.of(), Optional.empty());

    assertThat(of(run)).extracting(Problem::code, Problem::level).containsExactly(tuple("no_test_results", Level.WARNING));
  }

  @Test
  void objectsHeldBackForOneReasonAreOneFinding() {
    quarantined.add(object("q-1"));
    quarantined.add(object("q-2"));

    assertThat(of(run(RunStatus.SUCCEEDED, Map.of("orders", new Counts(4, 2, 2, 0)), List.of())))
        .extracting(Problem::code, Problem::what, problem -> problem.link().orElse(""))
        .containsExactly(tuple("empty_object", "2 whole objects held back", "#q-1"));
  }

  private List<Problem> of(Run run) {
    return Findings.of(new ReportModel("t", Place.LOCAL, NOW, run, List.of(), problems, checks, List.of(), quarantined, history,
        Optional.empty(), List.of(), Map.of()));
  }

  private static Run run(RunStatus status, Map<String, Counts> datasets, List<FailedSource> failed) {
    return new Run("now", status, "manual", NOW, Duration.ZERO, datasets, Map.of(), failed, Optional.empty());
  }

  private static Run earlier(long hours, List<FailedSource> failed) {
    return new Run("run-" + hours, failed.isEmpty() ? RunStatus.SUCCEEDED : RunStatus.PARTIAL, "schedule", NOW.minus(Duration.ofHours(hours)),
        Duration.ZERO, Map.of("orders", new Counts(5, 5, 0, 0)), Map.of(), failed, Optional.empty());
  }

  private static Quarantined heldBack(String dataset) {
    return new Quarantined("q-1", dataset, "not_a_number", Quarantined.Extent.ROW, Optional.of(1L), NOW, "raw/x", Optional.of(4L),
        Optional.of("\"n/a\""), Optional.empty(), Optional.empty());
  }

  private static Quarantined object(String id) {
    return new Quarantined(id, "orders", "empty_object", Quarantined.Extent.OBJECT, Optional.empty(), NOW, "raw/x", Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty());
  }
}
