package sluice.validator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.PartitionKey;
import sluice.lake.RunId;
import sluice.lake.contract.Drift;
import sluice.lake.contract.Load;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.ObjectVerdict;
import sluice.lake.manifest.ManifestException;
import sluice.lake.manifest.Part;
import sluice.lake.parquet.RowsInMemory;
import sluice.lake.store.ObjectRef;

class GateTest {
  private static final PartitionKey FIRST = GateBench.partition("run-1");
  private static final PartitionKey SECOND = GateBench.partition("run-2");
  private static final RowsInMemory TWO = new RowsInMemory(List.of("title", "id", "pay", "_unlisted"),
      List.of(Arrays.asList("Data engineer", "a1", "70", null), Arrays.asList("Analyst", "a2", null, "{\"x\":1}")));

  private GateBench bench;

  @BeforeEach
  void lake(@TempDir Path root) throws Exception {
    bench = new GateBench(root);
  }

  @Test
  void passesEveryRowOnInTheContractsOrderWithItsLineage() throws Exception {
    Part part = bench.extracted(FIRST, TWO);
    assertThat(bench.judge(FIRST)).isEqualTo(new ValidateAnswer("done", 1, new Counts(2, 2, 0, 0), List.of(), List.of(GateBench.DATE), null));
    String source = "s3://raw-bucket/" + part.key();
    assertThat(bench.validated()).containsExactly(
        Arrays.asList("a1", "Data engineer", "70", null, "run-1", "2026-11-21T06:00:00Z", source, "", "1", "3"),
        Arrays.asList("a2", "Analyst", null, "{\"x\":1}", "run-1", "2026-11-21T06:00:00Z", source, "", "2", "3"));
    assertThat(bench.verdict(part).validated()).isEqualTo("validated/adverts/ingest_date=2026-11-21/run_id=run-1/part-0-c3.parquet");
    assertThat(bench.verdict(part).source()).isEqualTo(new ObjectVerdict.Source(part.bytes(), part.sha256()));
  }

  @Test
  void judgesTheSameObjectsAgainWithoutAddingAnything() throws Exception {
    bench.extracted(FIRST, TWO);
    ValidateAnswer first = bench.judge(FIRST);
    assertThat(bench.judge(FIRST)).isEqualTo(first);
    assertThat(bench.validated()).hasSize(2);
  }

  @Test
  void aRowThatAnotherRunBroughtAlreadyIsADuplicate() throws Exception {
    bench.extracted(FIRST, TWO);
    bench.judge(FIRST);
    bench.extracted(SECOND, new RowsInMemory(TWO.columns(), List.of(
        TWO.rows().getFirst(), Arrays.asList("Analyst, senior", "a2", null, null), Arrays.asList("Architect", "a3", null, null))));
    assertThat(bench.judge(SECOND).counts()).isEqualTo(new Counts(3, 2, 0, 1));
    assertThat(bench.validated()).extracting(row -> row.get(0) + " " + row.get(1))
        .containsExactly("a1 Data engineer", "a2 Analyst", "a2 Analyst, senior", "a3 Architect");
  }

  @Test
  void aSnapshotIsComparedWithItsOwnDayOnly() throws Exception {
    bench.under(GateBench.contract(Load.SNAPSHOT, 3));
    bench.extracted(FIRST, TWO);
    bench.judge(FIRST);
    PartitionKey tomorrow = new PartitionKey(GateBench.DATASET, GateBench.DATE, new RunId("run-3"));
    bench.extracted(tomorrow, TWO);
    assertThat(bench.judge(tomorrow).counts()).isEqualTo(new Counts(2, 0, 0, 2));
    assertThat(bench.ledger.inScope(sluice.lake.ledger.VerdictScope.of(GateBench.DATASET, Load.SNAPSHOT, GateBench.DATE.plusDays(1)))).isEmpty();
  }

  @Test
  void aRefusedRowIsKeptWithItsReasonAndTheOthersFlowOn() throws Exception {
    Part part = bench.landed(FIRST, "adverts.csv", "id,title,pay\na1,Analyst,70\na2,Engineer,seventy\na3,,1\n");
    assertThat(bench.judge(FIRST)).isEqualTo(
        new ValidateAnswer("done", 1, new Counts(3, 1, 2, 0), List.of("value_missing", "wrong_type"), List.of(GateBench.DATE), null));
    RowsInMemory kept = bench.quarantined().getFirst();
    assertThat(kept.rows()).extracting(row -> row.get(kept.columns().indexOf("reason")) + ": " + row.get(kept.columns().indexOf("raw_text")))
        .containsExactly("wrong_type: a2,Engineer,seventy", "value_missing: a3,,1");
    assertThat(kept.rows().getFirst()).contains("s3://landing-bucket/adverts/adverts.csv", "v0");
    ObjectVerdict verdict = bench.verdict(part);
    assertThat(verdict.reasons()).isEqualTo(Map.of("value_missing", 1L, "wrong_type", 1L));
    assertThat(verdict.accepted()).isTrue();
    assertThat(verdict.origin()).isEqualTo("s3://landing-bucket/adverts/adverts.csv?versionId=v0");
  }

  @Test
  void aRefusedObjectIsKeptWholeAndNothingOfItFlowsOn() throws Exception {
    Part part = bench.extracted(FIRST, new RowsInMemory(List.of("id"), List.of(List.of("a1"))));
    assertThat(bench.judge(FIRST).refusals()).containsExactly("missing_required_column");
    assertThat(bench.validated()).isEmpty();
    ObjectVerdict verdict = bench.verdict(part);
    assertThat(verdict.reason()).isEqualTo("missing_required_column");
    assertThat(bench.folder.bytes(new ObjectRef("quarantine-bucket", "quarantine/objects/adverts/ingest_date=2026-11-21/run_id=run-1/part-0.parquet")))
        .isEqualTo(bench.folder.bytes(new ObjectRef("raw-bucket", part.key())));
    RowsInMemory kept = bench.quarantined().getFirst();
    assertThat(kept.rows()).hasSize(1);
    assertThat(kept.rows().getFirst().get(kept.columns().indexOf("row_number"))).isNull();
  }

  @Test
  void oneBadObjectDoesNotKeepTheOthers() {
    bench.extracted(FIRST, TWO);
    bench.part(FIRST, "part-1.parquet", "no parquet".getBytes(StandardCharsets.UTF_8), 5,
        sluice.lake.store.Sha256.of("no parquet".getBytes(StandardCharsets.UTF_8)), null);
    bench.part(FIRST, "part-2.parquet", new byte[] {1}, 4, "0".repeat(64), null);
    ValidateAnswer answer = bench.judge(FIRST);
    assertThat(answer.counts().accepted()).isEqualTo(2);
    assertThat(answer.counts().missing()).isZero();
    assertThat(answer.refusals()).contains("hash_mismatch").hasSize(2);
  }

  @Test
  void anExtractionThatBroughtNothingHasAVerdictToo() {
    assertThat(bench.judge(FIRST)).isEqualTo(new ValidateAnswer("done", 1, Counts.NONE, List.of("empty_object"), List.of(), null));
  }

  @Test
  void goesOnWhereTheTimeRanOut() throws Exception {
    bench.extracted(FIRST, TWO);
    bench.extracted(FIRST, new RowsInMemory(List.of("id", "title"), List.of(List.of("a3", "Architect"))));
    bench.writeManifest(FIRST);
    List<ValidateEvent.ManifestParts> all = List.of(new ValidateEvent.ManifestParts(FIRST.manifest(), 2));
    ValidateAnswer first = bench.gate(bench.folder, bench.ledger)
        .judge(new ValidateEvent(FIRST.runId(), GateBench.DATASET, all, null, 0, null, null, null), () -> false);
    assertThat(first).isEqualTo(new ValidateAnswer("continue", 1, new Counts(2, 2, 0, 0), List.of(), List.of(GateBench.DATE), null));
    assertThat(bench.ask(bench.folder, bench.ledger,
        new ValidateEvent(FIRST.runId(), GateBench.DATASET, all, null, first.from(), first.counts(), first.refusals(), null)))
        .isEqualTo(new ValidateAnswer("done", 2, new Counts(3, 3, 0, 0), List.of(), List.of(GateBench.DATE), null));
  }

  @Test
  void aContractMayWantSomebodyToLookFirst() throws Exception {
    Map<Drift.Kind, Drift.Action> actions = new HashMap<>(Drift.STANDARD.actions());
    actions.put(Drift.Kind.NEW_COLUMN, Drift.Action.FAIL);
    bench.under(GateBench.contract(Load.APPEND, 3, new Drift(actions)));
    bench.landed(FIRST, "adverts.csv", "id,title,colour\na1,Analyst,red\n");
    ValidateAnswer answer = bench.judge(FIRST);
    assertThat(answer.status()).isEqualTo("stopped");
    assertThat(answer.cause()).contains("adverts.csv", "colour");
    assertThat(bench.validated()).isEmpty();
    assertThat(bench.ledger.ofDate(GateBench.DATASET, GateBench.DATE)).isEmpty();
  }

  @Test
  void aMendedContractLetsInWhatItRefusedBeforeAndNothingTwice() throws Exception {
    bench.landed(FIRST, "adverts.csv", "id,title,pay\na1,Analyst,70\na2,Engineer,seventy\n");
    bench.judge(FIRST);
    Map<Drift.Kind, Drift.Action> actions = new HashMap<>(Drift.STANDARD.actions());
    actions.put(Drift.Kind.TYPE_CHANGE, Drift.Action.ACCEPT);
    bench.under(GateBench.contract(Load.APPEND, 4, new Drift(actions)));
    String plan = "{\"format\":1,\"replayId\":\"fix\",\"objects\":[{\"manifest\":\"" + FIRST.manifest() + "\",\"parts\":[0]}]}";
    bench.folder.putIfAbsent(new ObjectRef("replay-bucket", "replay/plans/fix.json"), plan.getBytes(StandardCharsets.UTF_8), Map.of());
    ValidateEvent replay = new ValidateEvent(new RunId("replay-fix"), GateBench.DATASET, null, "replay/plans/fix.json", 0, null, null, "fix");

    assertThat(bench.ask(bench.folder, bench.ledger, replay).counts()).isEqualTo(new Counts(2, 1, 0, 1));
    assertThat(bench.ask(bench.folder, bench.ledger, replay).counts()).isEqualTo(new Counts(2, 1, 0, 1));
    assertThat(bench.validated()).extracting(row -> row.get(0)).containsExactlyInAnyOrder("a1", "a2");
    assertThat(bench.ledger.ofDate(GateBench.DATASET, GateBench.DATE)).extracting(ObjectVerdict::replayId).containsExactly(null, "fix");
  }

  @Test
  void toAnotherRunWhatWasLetInBeforeIsADuplicateAndToALaterAttemptItIsItsOwn() {
    bench.extracted(FIRST, TWO);
    bench.judge(FIRST);
    assertThat(bench.judge(bench.folder, bench.ledger, FIRST, "replay-x").counts()).isEqualTo(new Counts(2, 0, 0, 2));
    assertThat(bench.judge(bench.folder, bench.ledger, FIRST, "run-1-2").counts()).isEqualTo(new Counts(2, 2, 0, 0));
  }

  @Test
  void whatASecondAttemptJudgedIsTheThirdsOwn() {
    bench.extracted(FIRST, TWO);
    bench.judge(bench.folder, bench.ledger, FIRST, "run-1-2");
    assertThat(bench.judge(bench.folder, bench.ledger, FIRST, "run-1-3").counts()).isEqualTo(new Counts(2, 2, 0, 0));
    assertThat(bench.judge(bench.folder, bench.ledger, FIRST, "run-11").counts()).isEqualTo(new Counts(2, 0, 0, 2));
  }

  @Test
  void leavesNothingOnTheDiskWhateverTheVerdict() throws Exception {
    bench.extracted(FIRST, TWO);
    bench.landed(FIRST, "x.csv", "nothing,of,it\n1,2,3\n");
    bench.judge(FIRST);
    assertThat(bench.filesLeftInWorkFolder()).isZero();
  }

  @Test
  void asksOnlyAboutObjectsOfItsDataset() {
    bench.extracted(FIRST, TWO);
    bench.writeManifest(FIRST);
    ValidateEvent other = new ValidateEvent(FIRST.runId(), new sluice.lake.DatasetName("other"),
        List.of(new ValidateEvent.ManifestParts(FIRST.manifest(), 1)), null, 0, null, null, null);
    assertThatThrownBy(() -> bench.ask(bench.folder, bench.ledger, other))
        .isInstanceOf(ManifestException.class).hasMessage("expected a manifest of other, found " + FIRST.manifest());
  }
}
