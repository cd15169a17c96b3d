package sluice.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.Buckets;
import sluice.lake.DatasetName;
import sluice.lake.PartitionKey;
import sluice.lake.RunId;
import sluice.lake.Zone;
import sluice.lake.contract.Load;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.MemoryVerdictLedger;
import sluice.lake.ledger.ObjectVerdict;
import sluice.lake.ledger.VerdictScope;
import sluice.lake.manifest.Manifest;
import sluice.lake.manifest.Part;
import sluice.lake.parquet.RowsInMemory;
import sluice.lake.store.FolderObjectStore;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.Sha256;
import sluice.replay.ReplayPlan;

class AuditTest {
  private static final DatasetName ORDERS = new DatasetName("orders");
  private static final RunId RUN = new RunId("run-1");
  private static final PartitionKey PARTITION = new PartitionKey(ORDERS, LocalDate.parse("2026-11-21"), RUN);
  private static final Buckets BUCKETS = new Buckets(Map.of(Zone.RAW, "raw", Zone.VALIDATED, "validated", Zone.QUARANTINE, "quarantine"));

  private final MemoryVerdictLedger ledger = new MemoryVerdictLedger();
  private FolderObjectStore store;
  private Path root;

  @BeforeEach
  void lake(@TempDir Path folder) {
    root = folder;
    store = new FolderObjectStore(folder.resolve("store"));
  }

  @Test
  void findsNothingWhereEverythingIsAsTheVerdictSays() throws Exception {
    Part part = raw("part-0.parquet", 3);
    verdict(part, new Counts(3, 2, 0, 1), "validated/part-0.parquet");
    put("validated", "validated/part-0.parquet", rows(2));
    Audit.Finding finding = audit(part);
    assertThat(finding.breaks()).isEmpty();
    assertThat(finding.datasets()).isEqualTo(Map.of(ORDERS, new Counts(3, 2, 0, 1)));
  }

  @Test
  void findsAnObjectWithoutAVerdict() throws Exception {
    Part part = raw("part-0.parquet", 3);
    assertThat(audit(part).breaks()).containsExactly(part.key() + " has no verdict");
  }

  @Test
  void findsRowsThatAreNotWhereTheyShouldBe() throws Exception {
    Part part = raw("part-0.parquet", 3);
    verdict(part, new Counts(3, 3, 0, 0), "validated/part-0.parquet");
    assertThat(audit(part).breaks()).containsExactly(part.key() + ": its verdict names validated/part-0.parquet, which is not in the store");
    put("validated", "validated/part-0.parquet", rows(2));
    assertThat(audit(part).breaks()).containsExactly(part.key() + ": its verdict says 3 rows in validated/part-0.parquet, found 2");
  }

  @Test
  void findsARawObjectThatHasChanged() throws Exception {
    Part whole = raw("part-0.parquet", 1);
    Part other = new Part(0, whole.key(), whole.bytes(), 1, "0".repeat(64));
    verdict(other, new Counts(1, 0, 0, 1), null);
    assertThat(audit(other).breaks()).singleElement().asString().startsWith(whole.key() + " has changed: its manifest says SHA-256 000");
  }

  @Test
  void findsAVerdictOverOtherRowsThanWereExtracted() throws Exception {
    Part part = raw("part-0.parquet", 3);
    verdict(part, new Counts(2, 0, 0, 2), null);
    assertThat(audit(part).breaks()).containsExactly(part.key() + ": the manifest says 3 rows, the verdict 2");
  }

  @Test
  void aReplayIsCountedByItsOwnVerdicts() throws Exception {
    Part part = raw("part-0.parquet", 3);
    verdict(part, new Counts(3, 2, 1, 0), null);
    verdict(part, 2, "fix", new Counts(3, 1, 0, 2), "validated/part-0.v2.parquet");
    put("validated", "validated/part-0.v2.parquet", rows(1));
    assertThat(audit(part).datasets()).as("the run itself").isEqualTo(Map.of(ORDERS, new Counts(3, 2, 1, 0)));
    Audit.Finding replay = new Audit(store, BUCKETS, ledger).of(new RunId("replay-fix"), plan("fix"));
    assertThat(replay.breaks()).isEmpty();
    assertThat(replay.datasets()).isEqualTo(Map.of(ORDERS, new Counts(3, 1, 0, 2)));
    assertThat(new Audit(store, BUCKETS, ledger).of(new RunId("replay-later"), plan("later")).datasets())
        .as("a replay that found everything judged").isEqualTo(Map.of(ORDERS, new Counts(3, 0, 0, 3)));
  }

  @Test
  void findsWhatAReplayPlannedAndNobodyJudged() throws Exception {
    Part part = raw("part-0.parquet", 3);
    audit(part);
    assertThat(new Audit(store, BUCKETS, ledger).of(new RunId("replay-fix"), plan("fix")).breaks()).containsExactly(part.key() + " has no verdict");
  }

  private static ReplayPlan plan(String replayId) {
    return new ReplayPlan(1, replayId, ORDERS, "because", "manifests/fix.json", "", false,
        List.of(new ReplayPlan.Objects(PARTITION.manifest(), List.of(0), PARTITION.ingestDate(), RUN)));
  }

  private Audit.Finding audit(Part part) throws IOException {
    store.putIfAbsent(new ObjectRef("raw", PARTITION.manifest()),
        new Manifest(Manifest.FORMAT, "orders", "run-1", "2026-11-21", "2026-11-21T06:00:00Z", List.of(part), part.rows(), null).toJson(), Map.of());
    return new Audit(store, BUCKETS, ledger).of(RUN, List.of(ORDERS, new DatasetName("other")));
  }

  private Part raw(String name, int rows) throws IOException {
    byte[] bytes = rows(rows);
    put("raw", PARTITION.object(Zone.RAW, name), bytes);
    return new Part(0, PARTITION.object(Zone.RAW, name), bytes.length, rows, Sha256.of(bytes));
  }

  private void verdict(Part part, Counts counts, String validated) {
    verdict(part, 1, null, counts, validated);
  }

  private void verdict(Part part, int version, String replayId, Counts counts, String validated) {
    ledger.commit(VerdictScope.of(ORDERS, Load.APPEND, PARTITION.ingestDate()), new ObjectVerdict(ORDERS, PARTITION.ingestDate(), RUN, part.key(), "",
        null, version, version, counts, null, null, Map.of(), validated, null, null, null, RUN, replayId, Instant.EPOCH, null, 0));
  }

  private void put(String bucket, String key, byte[] bytes) {
    store.putIfAbsent(new ObjectRef(bucket, key), bytes, Map.of());
  }

  private byte[] rows(int count) throws IOException {
    Path file = Files.createTempFile(root, "rows", ".parquet");
    new RowsInMemory(List.of("id"), java.util.stream.IntStream.range(0, count).mapToObj(row -> List.of("r" + row)).toList()).write(file);
    return Files.readAllBytes(file);
  }
}
