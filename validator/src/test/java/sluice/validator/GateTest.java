package sluice.validator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.Zone;
import sluice.lake.manifest.Manifest;
import sluice.lake.manifest.ManifestException;
import sluice.lake.manifest.Part;
import sluice.lake.parquet.RowsInMemory;
import sluice.lake.store.ConflictException;
import sluice.lake.store.MissingObjectException;

class GateTest {
  private static final RowsInMemory TWO_ADVERTS = new RowsInMemory(List.of("title", "id", "place", "_unlisted"),
      List.of(Arrays.asList("Data engineer", "a1", "Łódź", null), Arrays.asList("Analyst", "a2", null, "{\"x\":1}")));

  private GateBench bench;

  @BeforeEach
  void lake(@TempDir Path root) throws Exception {
    bench = new GateBench(root);
  }

  @Test
  void passesEveryRowOnInTheContractsOrderWithItsLineage() throws Exception {
    Part part = bench.part(TWO_ADVERTS);
    Verdict verdict = bench.judge(0);
    String key = part.key().replaceFirst("^raw/", "validated/");
    assertThat(verdict).isEqualTo(new Verdict.Accepted(2, key));
    String source = "s3://raw-bucket/" + part.key();
    assertThat(bench.validatedRows(key)).isEqualTo(new RowsInMemory(
        List.of("id", "title", "place", "_unlisted", "_run_id", "_run_started_at", "_source_object", "_source_version",
            "_row_number", "_contract_version"),
        List.of(
            Arrays.asList("a1", "Data engineer", "Łódź", null, "run-1", "2026-11-21T06:00:00Z", source, "", "1", "3"),
            Arrays.asList("a2", "Analyst", null, "{\"x\":1}", "run-1", "2026-11-21T06:00:00Z", source, "", "2", "3"))));
  }

  @Test
  void judgesTheSamePartAgainWithoutAddingAnything() {
    bench.part(TWO_ADVERTS);
    Verdict first = bench.judge(0);
    assertThat(bench.judge(0)).isEqualTo(first);
    assertThat(bench.folder.list("validated-bucket", "")).hasSize(1);
  }

  @Test
  void leavesNothingOnTheDiskWhateverTheVerdict() throws Exception {
    bench.part(TWO_ADVERTS);
    bench.part("no parquet".getBytes(java.nio.charset.StandardCharsets.UTF_8), 1);
    bench.judge(0);
    bench.judge(1);
    assertThat(bench.filesLeftInWorkFolder()).isZero();
  }

  @Test
  void acceptsAnObjectWithoutItsOptionalColumns() throws Exception {
    bench.part(new RowsInMemory(List.of("id", "title"), List.of(List.of("a1", "Analyst"))));
    assertThat(bench.judge(0)).isInstanceOfSatisfying(Verdict.Accepted.class, accepted -> assertThat(accepted.rows()).isOne());
  }

  @Test
  void doesNotBelieveLineageThatTheObjectBrings() throws Exception {
    Part part = bench.part(new RowsInMemory(List.of("id", "title", "_run_id", "surplus"), List.of(List.of("a1", "Analyst", "forged", "x"))));
    bench.judge(0);
    List<String> row = bench.validatedRows(part.key().replaceFirst("^raw/", "validated/")).rows().getFirst();
    assertThat(row).contains("run-1").doesNotContain("forged", "x");
  }

  @Test
  void writesNothingForARefusedObject() {
    bench.part(new RowsInMemory(List.of("id"), List.of(List.of("a1"))));
    assertThat(bench.judge(0)).isEqualTo(
        new Verdict.Quarantined(1, Reason.MISSING_REQUIRED_COLUMN, "lacks title; has id"));
    assertThat(bench.folder.list("validated-bucket", "")).isEmpty();
  }

  @Test
  void refusesAnExtractionThatBroughtNothing() {
    bench.writeManifest();
    assertThat(bench.ask(bench.folder, GateBench.PARTITION.manifest(), -1)).isEqualTo(new Gate.Judged(
        GateBench.PARTITION.manifest(), new Verdict.Quarantined(0, Reason.EMPTY_OBJECT, "the extraction brought no rows")));
  }

  @Test
  void failsWhenAskedForAPartThatTheManifestDoesNotName() {
    bench.part(TWO_ADVERTS);
    for (int index : List.of(-1, 1)) {
      assertThatThrownBy(() -> bench.judge(index))
          .hasMessage(GateBench.PARTITION.manifest() + " has 1 parts, asked for part " + index);
    }
  }

  @Test
  void failsOnAnObjectThatIsGone() {
    Part part = bench.part(TWO_ADVERTS);
    assertThat(bench.folder.file(GateBench.raw(part.key())).toFile().delete()).isTrue();
    assertThatThrownBy(() -> bench.judge(0)).isInstanceOf(MissingObjectException.class);
  }

  @Test
  void neverReplacesOtherBytesInTheValidatedZone() {
    Part part = bench.part(TWO_ADVERTS);
    bench.folder.putIfAbsent(
        GateBench.validated(part.key().replaceFirst("^raw/", "validated/")), new byte[] {1}, Map.of());
    assertThatThrownBy(() -> bench.judge(0)).isInstanceOf(ConflictException.class);
  }

  @Test
  void failsOnAnotherRunsManifest() {
    String other = GateBench.PARTITION.manifest().replace("run-1", "run-2");
    assertThatThrownBy(() -> bench.ask(bench.folder, other, 0))
        .hasMessage("not this run's manifest: expected " + GateBench.PARTITION.manifest() + ", found " + other);
  }

  @Test
  void failsOnAManifestThatSpeaksOfAnotherRun() {
    put(new Manifest(1, "adverts", "run-2", "2026-11-21", "2026-11-21T06:00:00Z", List.of(), 0, null));
    assertThatThrownBy(() -> bench.ask(bench.folder, GateBench.PARTITION.manifest(), -1))
        .isInstanceOf(ManifestException.class)
        .hasMessage(GateBench.PARTITION.manifest() + " is about adverts 2026-11-21 run-2; expected adverts 2026-11-21 run-1");
  }

  @Test
  void failsOnAManifestThatNamesAForeignObject() {
    Part foreign = new Part(0, "raw/orders/ingest_date=2026-11-21/run_id=run-1/part-00000-0.parquet", 1, 1, "0".repeat(64));
    put(new Manifest(1, "adverts", "run-1", "2026-11-21", "2026-11-21T06:00:00Z", List.of(foreign), 1, null));
    assertThatThrownBy(() -> bench.ask(bench.folder, GateBench.PARTITION.manifest(), 0))
        .isInstanceOf(ManifestException.class)
        .hasMessage(GateBench.PARTITION.manifest() + " names " + foreign.key() + "; expected keys under "
            + GateBench.PARTITION.prefix(Zone.RAW));
  }

  private void put(Manifest manifest) {
    bench.folder.putIfAbsent(GateBench.raw(GateBench.PARTITION.manifest()), manifest.toJson(), Map.of());
  }
}
