package sluice.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.lake.Buckets;
import sluice.lake.DatasetName;
import sluice.lake.RunId;
import sluice.lake.Zone;
import sluice.lake.store.ConflictException;
import sluice.lake.store.FaultyObjectStore;
import sluice.lake.store.FolderObjectStore;
import sluice.lake.store.Injection;
import sluice.lake.store.MissingObjectException;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;

class QuarantineTest {
  private static final String PARTITION = "adverts/ingest_date=2026-11-21/run_id=run-1/";
  private static final String RAW = "raw/" + PARTITION + "part-00000-abc.parquet";
  private static final String KEPT = "quarantine/" + PARTITION + "part-00000-abc.parquet";
  private static final byte[] BYTES = "refused".getBytes(StandardCharsets.UTF_8);

  private FolderObjectStore folder;

  @BeforeEach
  void lake(@TempDir Path root) {
    folder = withRaw(root);
  }

  @Test
  void keepsTheWholeObjectWithItsReasonBesideIt() {
    QuarantineAnswer answer = quarantine(folder).keep(refused(RAW));
    assertThat(answer).isEqualTo(new QuarantineAnswer(
        new DatasetName("adverts"), 0, "quarantined", RAW, "empty_object", KEPT));
    assertThat(folder.bytes(new ObjectRef("q", KEPT))).isEqualTo(BYTES);
    assertThat(text(KEPT + ".reason.json")).isEqualTo("""
        {
          "format" : 1,
          "dataset" : "adverts",
          "runId" : "run-1",
          "runStartedAt" : "2026-11-21T06:00:00Z",
          "reason" : "empty_object",
          "detail" : "the object has no rows",
          "sourceObject" : "s3://r/raw/adverts/ingest_date=2026-11-21/run_id=run-1/part-00000-abc.parquet",
          "sourceVersion" : "",
          "rows" : 7
        }""");
  }

  @Test
  void leavesTheRawObjectWhereItIs() {
    quarantine(folder).keep(refused(RAW));
    assertThat(folder.bytes(new ObjectRef("r", RAW))).isEqualTo(BYTES);
  }

  @Test
  void keepsTheManifestOfAnExtractionThatBroughtNothing() {
    String manifest = "raw/" + PARTITION + "_manifest.json";
    folder.putIfAbsent(new ObjectRef("r", manifest), BYTES, Map.of());
    assertThat(quarantine(folder).keep(refused(manifest)).quarantineKey()).isEqualTo("quarantine/" + PARTITION + "_manifest.json");
    assertThat(text("quarantine/" + PARTITION + "_manifest.json.reason.json")).contains("\"empty_object\"");
  }

  @Test
  void neverReplacesOtherBytes() {
    folder.putIfAbsent(new ObjectRef("q", KEPT), new byte[] {1}, Map.of());
    assertThatThrownBy(() -> quarantine(folder).keep(refused(RAW))).isInstanceOf(ConflictException.class);
  }

  @Test
  void failsOnAnObjectThatIsGone() {
    assertThatThrownBy(() -> quarantine(folder).keep(refused(RAW.replace("abc", "gone")))).isInstanceOf(MissingObjectException.class);
  }

  @Test
  void failsOnAnotherRunsObject() {
    String foreign = RAW.replace("run-1", "run-2");
    assertThatThrownBy(() -> quarantine(folder).keep(refused(foreign)))
        .hasMessage("not this run's object: expected a key under raw/" + PARTITION + ", found " + foreign);
  }

  @Test
  void doesNotTakeWhatTheGateAccepted() {
    assertThatThrownBy(() -> event("accepted", RAW, "empty_object"))
        .hasMessage("only a refused object is quarantined; found verdict accepted for " + RAW);
  }

  @Test
  void doesNotTakeAnObjectWithoutAReason() {
    assertThatThrownBy(() -> event("quarantined", RAW, null))
        .hasMessage("a refusal needs object and reason; found object " + RAW + ", reason null");
  }

  @ParameterizedTest
  @EnumSource(value = Injection.class, mode = EnumSource.Mode.EXCLUDE, names = "SILENT_DAMAGE")
  void endsTheSameWhenItIsAskedAgainAfterAFault(Injection injection, @TempDir Path root) {
    FaultyObjectStore counting = FaultyObjectStore.counting(withRaw(root.resolve("counting")));
    quarantine(counting).keep(refused(RAW));
    for (int call = 1; call <= counting.calls().size(); call++) {
      FolderObjectStore store = withRaw(root.resolve(injection + "-" + call));
      FaultyObjectStore faulty = FaultyObjectStore.failing(store, call, injection);
      catchThrowable(() -> quarantine(faulty).keep(refused(RAW)));
      quarantine(store).keep(refused(RAW));
      assertThat(store.list("q", "")).as("call %d", call).extracting(ObjectRef::key).isEqualTo(List.of(KEPT, KEPT + ".reason.json"));
      assertThat(store.bytes(new ObjectRef("q", KEPT))).isEqualTo(BYTES);
    }
  }

  static FolderObjectStore withRaw(Path root) {
    FolderObjectStore store = new FolderObjectStore(root);
    store.putIfAbsent(new ObjectRef("r", RAW), BYTES, Map.of());
    return store;
  }

  static Quarantine quarantine(ObjectStore store) {
    return new Quarantine(store, new Buckets(Map.of(Zone.RAW, "r", Zone.QUARANTINE, "q")));
  }

  private static QuarantineEvent refused(String object) {
    return event("quarantined", object, "empty_object");
  }

  private static QuarantineEvent event(String verdict, String object, String reason) {
    return new QuarantineEvent(new RunId("run-1"), LocalDate.parse("2026-11-21"), Instant.parse("2026-11-21T06:00:00Z"),
        new DatasetName("adverts"), 0, verdict, object, 7, reason, "the object has no rows");
  }

  private String text(String key) {
    return new String(folder.bytes(new ObjectRef("q", key)), StandardCharsets.UTF_8);
  }
}
