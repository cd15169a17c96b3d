package sluice.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.lake.store.FaultyCalls;
import sluice.lake.store.Injection;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.SimulatedCrash;

class RepairTest {
  private final AtomicInteger worlds = new AtomicInteger();
  @TempDir Path folder;
  private Stored stored;

  @BeforeEach
  void create() throws IOException {
    stored = stored();
  }

  @Test
  void aTypedFileBecomesTheTextThatTheContractPromises() throws IOException {
    String key = stored.typed("old.parquet");
    Finding finding = find(stored.repair().mend(Stored.CONTRACT), key);

    assertThat(finding.status()).isEqualTo(Finding.Status.REWRITTEN);
    assertThat(finding.deviations()).first().asString().startsWith("column id is no text: found optional int64 id");
    assertThat(finding.deviations()).contains("column note is missing", "column paid is in no contract", "column _source_object is missing");
    assertThat(stored.table(key).columns()).isEqualTo(Stored.CONTRACT.validatedColumns());
    assertThat(stored.rows(key)).containsExactly(Arrays.asList("1001", "49.9", null, null, "run-1", null, null, null, null, null));
  }

  @Test
  void theOriginalIsKeptOutsideOfWhatIsCrawledAndANotePromisesTheNewBytes() throws IOException {
    String key = stored.typed("old.parquet");
    byte[] original = stored.store.bytes(new ObjectRef(Stored.VALIDATED, key));
    Finding finding = find(stored.repair().mend(Stored.CONTRACT), key);

    assertThat(finding.backup()).matches("originals/orders/ingest_date=2026-04-03/run_id=run-1/old-[0-9a-f]{12}\\.parquet");
    assertThat(stored.store.bytes(new ObjectRef(Stored.VALIDATED, finding.backup()))).isEqualTo(original);
    assertThat(stored.store.list(Stored.VALIDATED, "repairs/orders/")).singleElement().satisfies(place -> {
      RepairNote note = RepairNote.fromJson(stored.store.bytes(place));
      assertThat(note.key()).isEqualTo(key);
      assertThat(note.after().rows()).isEqualTo(1);
      assertThat(note.after().sha256()).isEqualTo(sluice.lake.store.Sha256.of(stored.store.bytes(new ObjectRef(Stored.VALIDATED, key))));
    });
  }

  @Test
  void lookingChangesNothingAndSaysWhatWouldBeRewritten() throws IOException {
    String old = stored.typed("old.parquet");
    String good = stored.asPromised("good.parquet");
    Map<String, String> before = stored.objects();
    List<Finding> findings = stored.repair().look(Stored.CONTRACT);

    assertThat(find(findings, old).status()).isEqualTo(Finding.Status.DEVIATES);
    assertThat(find(findings, good).status()).isEqualTo(Finding.Status.GOOD);
    assertThat(stored.objects()).isEqualTo(before);
  }

  @Test
  void theSecondTimeEverythingIsGood() throws IOException {
    stored.typed("old.parquet");
    stored.repair().mend(Stored.CONTRACT);
    Map<String, String> before = stored.objects();

    assertThat(stored.repair().mend(Stored.CONTRACT)).extracting(Finding::status).containsOnly(Finding.Status.GOOD);
    assertThat(stored.objects()).isEqualTo(before);
  }

  @Test
  void rawIsReportedWithTheLineThatMendsItAndNeverChanged() throws IOException {
    String good = stored.raw(Stored.CONTRACT.rawColumns(), List.of("1", "2", "3", "{}"));
    String old = stored.raw(List.of("id", "colour"), List.of("1", "red"));
    stored.manifest();
    Map<String, String> before = stored.objects();
    List<Finding> findings = stored.repair().mend(Stored.CONTRACT);

    assertThat(find(findings, good).status()).isEqualTo(Finding.Status.GOOD);
    assertThat(find(findings, old)).satisfies(finding -> {
      assertThat(finding.status()).isEqualTo(Finding.Status.REPORTED);
      assertThat(finding.deviations()).containsExactly("column amount is missing", "column note is missing", "column _unlisted is missing", "column colour is in no contract");
      assertThat(finding.mend()).isEqualTo(
          "./sluice replay --dataset orders --id repair-c2 --reason \"raw deviates from contract 2\" --force --file " + old);
    });
    assertThat(stored.objects()).isEqualTo(before);
  }

  @Test
  void bytesThatNobodyPromisedAreReportedAndLeftAlone() throws IOException {
    String foreign = stored.typed("foreign.parquet");
    byte[] other = stored.store.bytes(new ObjectRef(Stored.VALIDATED, stored.asPromised("good.parquet")));
    stored.store.overwrite(new ObjectRef(Stored.VALIDATED, foreign), other);
    ObjectRef unnamed = new ObjectRef(Stored.VALIDATED, "validated/orders/ingest_date=2026-04-03/run_id=run-1/unnamed.parquet");
    stored.store.putIfAbsent(unnamed, other, Map.of());
    String damaged = stored.validated("damaged.parquet", 1, "PAR1 and nothing else".getBytes(StandardCharsets.UTF_8));
    Map<String, String> before = stored.objects();
    List<Finding> findings = stored.repair().mend(Stored.CONTRACT);

    assertThat(find(findings, foreign).deviations()).singleElement().asString().startsWith("its verdict says SHA-256 ");
    assertThat(find(findings, unnamed.key()).deviations()).containsExactly("no verdict names it");
    assertThat(find(findings, damaged).status()).isEqualTo(Finding.Status.REPORTED);
    assertThat(stored.objects()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(value = Injection.class, mode = EnumSource.Mode.EXCLUDE, names = "SILENT_DAMAGE")
  void afterAnyFaultTheSameCommandEndsInTheSameObjects(Injection injection) throws IOException {
    Stored twin = stored();
    fill(twin);
    FaultyCalls counting = FaultyCalls.counting();
    twin.repair(counting).mend(Stored.CONTRACT);
    assertThat(counting.made()).hasSizeGreaterThan(10);
    for (int call = 1; call <= counting.made().size(); call++) {
      Stored world = stored();
      fill(world);
      Map<String, String> raw = world.objects();
      try {
        world.repair(FaultyCalls.failing(call, injection)).mend(Stored.CONTRACT);
      } catch (SimulatedCrash | RuntimeException visible) {
        // What it left behind is judged below.
      }
      assertThat(lostOriginal(raw, world)).as("%s at call %d", injection, call).isEmpty();
      world.repair().mend(Stored.CONTRACT);
      assertThat(world.objects()).as("%s at call %d: %s", injection, call, counting.made().get(call - 1)).isEqualTo(twin.objects());
    }
  }

  /** At every moment each original's bytes are somewhere. */
  private static Optional<String> lostOriginal(Map<String, String> before, Stored now) {
    return before.entrySet().stream().filter(object -> !now.objects().containsValue(object.getValue())).map(Map.Entry::getKey).findFirst();
  }

  private static void fill(Stored world) {
    world.raw(List.of("id"), List.of("1"));
    world.manifest();
    world.typed("a.parquet");
    world.asPromised("b.parquet");
    world.typed("c.parquet");
  }

  private Stored stored() throws IOException {
    return new Stored(Files.createDirectory(folder.resolve("world-" + worlds.incrementAndGet())));
  }

  private static Finding find(List<Finding> findings, String key) {
    return findings.stream().filter(finding -> finding.key().equals(key)).findFirst().orElseThrow();
  }
}
