package sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.cli.installation.LocalInstallation;
import sluice.lake.RunId;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.FailedSource;
import sluice.lake.ledger.Failure;
import sluice.lake.ledger.RunRecord;
import sluice.lake.ledger.RunStatus;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

class RunSummaryTest {
  private static final Map<String, Counts> ROWS = Map.of("devitjobs", new Counts(300, 297, 2, 1), "nofluffjobs", new Counts(2365, 2339, 7, 19));
  private static final Map<String, Long> MARTS = Map.of("job_postings", 2636L);

  @Test
  void printsTheEquationOfTheRowsTheVerdictAndTheReport() {
    assertThat(printed(record(RunStatus.SUCCEEDED, ROWS, List.of(), null))).isEqualTo("""
          dataset       read    accepted    quarantined    duplicates
          devitjobs      300         297              2             1
          nofluffjobs  2,365       2,339              7            19
                       2,665 =     2,636 +            9 +          20   every row accounted for
          marts   job_postings 2,636
          checks  41 of 41 dbt tests passed
        ✓ SUCCEEDED in 30.1 s (set-up 1 min 34 s)
          report  /reports/one.html
        """);
  }

  @Test
  void saysWhenRowsAreMissing() {
    String text = printed(record(RunStatus.SUCCEEDED, Map.of("devitjobs", new Counts(300, 290, 2, 1)), List.of(), null));

    assertThat(text).contains("   7 rows missing").doesNotContain("accounted for");
  }

  @Test
  void namesTheOptionalSourceOfAPartialRun() {
    RunRecord partial = record(RunStatus.PARTIAL, ROWS, List.of(new FailedSource("currency_rates", "sluice.extractors.kit.SourceUnavailableException", "connection refused")), null);

    assertThat(printed(partial))
        .contains("! PARTIAL in 30.1 s: 1 optional source failed, everything required is published")
        .contains("  currency_rates   SourceUnavailableException: connection refused")
        .contains("./sluice run --source currency_rates");
    assertThat(summary(partial).exit()).isEqualTo(Exit.DONE);
    assertThat(summary(partial).document("run").path("optionalFailed").toString()).isEqualTo("[\"currency_rates\"]");
  }

  @Test
  void answersTheFourQuestionsOfAFailure() {
    RunRecord failed = record(RunStatus.FAILED, Map.of(), List.of(), new Failure("extract", "sluice.extractors.kit.SourceChangedException", "page 3 has no totalCount"));

    assertThat(printed(failed))
        .contains("✗ FAILED in extract after 30.1 s")
        .contains("what happened    SourceChangedException: page 3 has no totalCount")
        .contains("what is safe     nothing new is published");
    assertThat(summary(failed).exit()).isEqualTo(Exit.NO);
    assertThat(summary(failed).document("run").path("failure").path("stage").asText()).isEqualTo("extract");
  }

  @Test
  void isADocumentOfThePromisedShape() {
    assertThat(summary(record(RunStatus.SUCCEEDED, Map.of("devitjobs", new Counts(3, 2, 1, 0)), List.of(), null)).document("demo").toString()).isEqualTo(
        "{\"kind\":\"sluice.demo/1\",\"env\":\"local\",\"status\":\"SUCCEEDED\",\"runId\":\"r-1\",\"executionArn\":\"arn:r-1\","
            + "\"seconds\":{\"setup\":94.0,\"run\":30.1},\"datasets\":{\"devitjobs\":{\"read\":3,\"accepted\":2,\"quarantined\":1,\"duplicates\":0}},"
            + "\"marts\":{\"job_postings\":2636},\"optionalFailed\":[],\"report\":\"/reports/one.html\"}");
  }

  @Test
  void aRunWithoutARecordIsAFailureThatTellsTheWorkflowsOwnError() {
    Runs.Ended ended = new Runs.Ended(new Runs.Started(new RunId("r-1"), "arn:r-1", Instant.EPOCH), ExecutionStatus.FAILED, Optional.empty(), "States.Runtime", "broken",
        Duration.ofMillis(30_100), History.of(List.of()));

    RunSummary summary = new RunSummary(new LocalInstallation(null, null), ended, Duration.ZERO, Optional.empty(), Optional.empty());

    assertThat(summary.status()).isEqualTo(RunStatus.FAILED);
    assertThat(summary.document("run").path("failure").path("error").asText()).isEqualTo("States.Runtime");
  }

  private static String printed(RunRecord record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    summary(record).print(new Console(out, out, new Console.Style(Console.Paint.NONE, Console.Glyphs.UNICODE, false)));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static RunSummary summary(RunRecord record) {
    Runs.Ended ended = new Runs.Ended(new Runs.Started(record.runId(), record.executionArn(), Instant.EPOCH), ExecutionStatus.SUCCEEDED, Optional.of(record), null, null,
        Duration.ofMillis(30_100), History.of(List.of()));
    return new RunSummary(new LocalInstallation(null, null), ended, Duration.ofSeconds(94), Optional.of(Path.of("/reports/one.html")), Optional.of("41 of 41 dbt tests passed"));
  }

  private static RunRecord record(RunStatus status, Map<String, Counts> rows, List<FailedSource> optional, Failure failure) {
    return new RunRecord(new RunId("r-1"), "arn:r-1", status, "manual", Instant.EPOCH, Instant.EPOCH, 30.1, rows, MARTS, optional, failure, "blue");
  }
}
