package sluice.extractors.kit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.extractors.kit.Budget;
import sluice.extractors.kit.Cursor;
import sluice.extractors.kit.ExtractAnswer;
import sluice.extractors.kit.ExtractAnswer.Status;
import sluice.extractors.kit.LimitExceededException;
import sluice.extractors.kit.ManualBudget;
import sluice.extractors.kit.Progress;
import sluice.extractors.kit.Source;
import sluice.extractors.kit.SourceChangedException;
import sluice.lake.manifest.Manifest;
import sluice.lake.manifest.Part;
import sluice.lake.store.ObjectRef;

class ExtractionTest {
  private static final Budget AMPLE = ManualBudget.ample();
  private static final Budget NONE = () -> Duration.ZERO;
  private static final String PREFIX = "raw/numbers/ingest_date=2026-02-28/run_id=run-1/";
  private static final Source UNREADABLE = (from, out, budget) -> {
    throw new AssertionError("the source was read again");
  };

  @TempDir Path folder;
  private RawZone zone;

  @BeforeEach
  void largeParts() {
    zone = new RawZone(folder, 64 << 20);
  }

  @Test
  void writesPartsAndThenTheManifestThatNamesThem() throws IOException {
    ExtractAnswer answer = zone.run(0, new NumberSource(10, 5, OptionalLong.of(10)), AMPLE);

    assertThat(answer).isEqualTo(new ExtractAnswer(RawZone.NUMBERS, Status.COMPLETE, 0, 10, 10L, PREFIX + "_manifest.json", 1));
    Manifest manifest = zone.manifest();
    assertThat(manifest.dataset()).isEqualTo("numbers");
    assertThat(manifest.runId()).isEqualTo("run-1");
    assertThat(manifest.ingestDate()).isEqualTo("2026-02-28");
    assertThat(manifest.startedAt()).isEqualTo("2026-02-28T23:59:30Z");
    Part part = manifest.parts().getFirst();
    assertThat(part.key()).isEqualTo(PREFIX + "part-00000-" + part.sha256().substring(0, 12) + ".parquet");
    assertThat(zone.ids()).isEqualTo(numbers(10));
    assertThat(zone.objects()).containsOnlyKeys(part.key(), PREFIX + "_manifest.json");
    assertThat(zone.eventNames()).containsExactly("extraction_started", "part_written", "extraction_completed");
    assertThat(zone.leftovers()).isEmpty();
  }

  @Test
  void aSourceWithoutRowsIsAManifestWithoutParts() throws IOException {
    ExtractAnswer answer = zone.run(0, new NumberSource(0, 5), AMPLE);
    assertThat(answer).isEqualTo(new ExtractAnswer(RawZone.NUMBERS, Status.COMPLETE, 0, 0, null, PREFIX + "_manifest.json", 0));
    assertThat(zone.manifest().parts()).isEmpty();
  }

  @Test
  void rowsRollIntoPartsBySize() throws IOException {
    zone = new RawZone(folder, 400_000);
    ExtractAnswer answer = zone.run(0, new NumberSource(20_000, 100), AMPLE);
    assertThat(answer.parts()).isGreaterThan(2);
    assertThat(zone.manifest().parts()).hasSize(answer.parts()).allSatisfy(part -> assertThat(part.bytes()).isLessThan(800_000));
    assertThat(zone.ids()).isEqualTo(numbers(20_000));
  }

  @Test
  void aFinishedExtractionIsAnsweredWithoutReadingAgain() throws IOException {
    ExtractAnswer first = zone.run(0, new NumberSource(10, 5), AMPLE);
    Map<String, String> before = zone.objects();
    assertThat(zone.run(0, UNREADABLE, AMPLE)).isEqualTo(first);
    assertThat(zone.objects()).isEqualTo(before);
    assertThat(zone.eventNames()).endsWith("extraction_reused");
  }

  @Test
  void aLegThatRunsOutOfTimeSavesItsPlaceAndTheNextGoesOn() throws IOException {
    NumberSource source = new NumberSource(12, 5, OptionalLong.of(12));
    assertThat(zone.run(0, source, NONE)).isEqualTo(new ExtractAnswer(RawZone.NUMBERS, Status.CONTINUE, 0, 5, 12L, null, 1));
    assertThat(zone.objects()).containsKey(PREFIX + "_checkpoint-00000.json").doesNotContainKey(PREFIX + "_manifest.json");
    assertThat(zone.run(1, source, NONE)).isEqualTo(new ExtractAnswer(RawZone.NUMBERS, Status.CONTINUE, 1, 10, 12L, null, 2));
    assertThat(zone.run(2, source, NONE).status()).isEqualTo(Status.COMPLETE);
    assertThat(zone.ids()).isEqualTo(numbers(12));
    assertThat(zone.manifest().statedTotal()).isEqualTo(12);
    assertThat(zone.eventNames()).contains("extraction_paused", "extraction_resumed");
  }

  @Test
  void aLegWhoseAnswerWasLostIsAnsweredFromItsCheckpoint() throws IOException {
    ExtractAnswer first = zone.run(0, new NumberSource(12, 5), NONE);
    assertThat(zone.run(0, UNREADABLE, NONE)).isEqualTo(first);
  }

  @Test
  void oneLegOrManyGiveTheSameRows() throws IOException {
    zone.runToTheEnd(zone.store, new NumberSource(1_000, 30), NONE);
    RawZone twin = new RawZone(folder.resolve("twin"), 64 << 20);
    twin.run(0, new NumberSource(1_000, 30), AMPLE);
    assertThat(zone.ids()).isEqualTo(twin.ids());
    assertThat(zone.manifest().parts()).hasSizeGreaterThan(30);
  }

  @Test
  void aLaterLegWithoutTheCheckpointBeforeItCannotStart() {
    assertThatThrownBy(() -> zone.run(3, UNREADABLE, AMPLE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("leg 3 cannot start: leg 2 left no s3://sluice-raw/" + PREFIX + "_checkpoint-00002.json");
  }

  @Test
  void aCheckpointThatIsNoneIsNamed() {
    zone.store.putIfAbsent(new ObjectRef(RawZone.BUCKET, PREFIX + "_checkpoint-00000.json"), "oops".getBytes(StandardCharsets.UTF_8), Map.of());
    assertThatThrownBy(() -> zone.run(1, UNREADABLE, AMPLE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("no checkpoint at s3://sluice-raw/" + PREFIX + "_checkpoint-00000.json: ");
  }

  @Test
  void aLegWithoutAStepIsOurDefectAndNoEndlessLoop() {
    Source stuck = (from, out, budget) -> new Progress.Paused(Cursor.START, OptionalLong.empty());
    assertThatThrownBy(() -> zone.run(0, stuck, NONE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("numbers made no step in leg 0: the next leg would start at the same place, {}");
  }

  @Test
  void fewerRowsThanStatedAreRefusedAndNamed() {
    assertThatThrownBy(() -> zone.run(0, new NumberSource(1_297, 5, OptionalLong.of(1_300)), AMPLE))
        .isInstanceOf(SourceChangedException.class)
        .hasMessage("S109 numbers states 1,300 rows, but only 1,297 came");
    assertThat(zone.objects()).as("nothing leads readers to a short extraction").isEmpty();
  }

  @Test
  void moreRowsThanStatedAreKeptAndReported() throws IOException {
    zone.run(0, new NumberSource(12, 5, OptionalLong.of(10)), AMPLE);
    assertThat(zone.ids()).hasSize(12);
    assertThat(zone.eventNames()).contains("total_differs");
  }

  @Test
  void theRowLimitEndsTheReading() {
    assertThatThrownBy(() -> zone.run(zone.store, 0, new NumberSource(12, 5), AMPLE, 11))
        .isInstanceOf(LimitExceededException.class)
        .hasMessage("S401 numbers has more than 11 rows, the limit of its source.yml (limits.rows)");
    assertThat(zone.objects()).isEmpty();
  }

  @Test
  void theRowLimitHoldsOverAllLegs() throws IOException {
    zone.run(zone.store, 0, new NumberSource(12, 5), NONE, 11);
    zone.run(zone.store, 1, new NumberSource(12, 5), NONE, 11);
    assertThatThrownBy(() -> zone.run(zone.store, 2, new NumberSource(12, 5), NONE, 11)).isInstanceOf(LimitExceededException.class);
  }

  @Test
  void aSourceThatFailsInTheMiddleOfARowLeavesNothingBehind() throws IOException {
    Source failing = (from, out, budget) -> {
      out.add(0, "1");
      throw new IOException("the page went away");
    };
    assertThatThrownBy(() -> zone.run(0, failing, AMPLE)).isInstanceOf(IOException.class).hasMessage("the page went away");
    assertThat(zone.objects()).isEmpty();
    assertThat(zone.leftovers()).isEmpty();
  }

  @Test
  void whatAKilledLegLeftOnTheDiskIsCleared() throws IOException {
    Path leftover = Files.createDirectories(zone.work.resolve("leg-killed"));
    Files.write(leftover.resolve("part-0.parquet"), new byte[100]);
    zone.run(0, new NumberSource(10, 5), AMPLE);
    assertThat(zone.leftovers()).isEmpty();
  }

  @Test
  void aFolderOfALegThatStillRunsIsLeftAlone() throws IOException {
    Source outer = (from, out, budget) -> {
      RawZone other = new RawZone(folder.resolve("other"), 64 << 20);
      Path mine = onlyLeg();
      new Extraction(new Extraction.Target(other.store, RawZone.BUCKET, 1 << 20), zone.work, quiet())
          .run(RawZone.event(0), RawZone.contract(), limits(), new NumberSource(3, 5), AMPLE);
      assertThat(mine).exists();
      return new NumberSource(10, 5).read(from, out, budget);
    };
    zone.run(0, outer, AMPLE);
    assertThat(zone.ids()).isEqualTo(numbers(10));
  }

  @Test
  void aManifestThatAnotherAttemptWroteMeanwhileIsTheAnswerOfBoth() throws IOException {
    Source slower = (from, out, budget) -> {
      zone.run(0, new NumberSource(10, 5), AMPLE);
      return new NumberSource(11, 5).read(from, out, budget);
    };
    ExtractAnswer answer = zone.run(0, slower, AMPLE);
    assertThat(answer.rows()).isEqualTo(10);
    assertThat(zone.ids()).isEqualTo(numbers(10));
  }

  @Test
  void aCheckpointThatAnotherAttemptWroteMeanwhileIsTheAnswerOfBoth() throws IOException {
    Source slower = (from, out, budget) -> {
      zone.run(0, new NumberSource(20, 5), NONE);
      return new NumberSource(20, 10).read(from, out, budget);
    };
    assertThat(zone.run(0, slower, NONE).rows()).isEqualTo(5);
    zone.runToTheEnd(zone.store, new NumberSource(20, 5), NONE);
    assertThat(zone.ids()).isEqualTo(numbers(20));
  }

  @Test
  void aRepeatedLegOverAChangedSourceNamesOnlyItsOwnParts() throws IOException {
    zone = new RawZone(folder, 20_000);
    Source breaksLate = (from, out, budget) -> {
      new NumberSource(1_000, 5).read(from, out, budget);
      throw new IOException("killed");
    };
    assertThatThrownBy(() -> zone.run(0, breaksLate, AMPLE)).hasMessage("killed");
    Map<String, String> orphans = zone.objects();
    assertThat(orphans).isNotEmpty();

    Source changed = (from, out, budget) -> {
      out.add(0, "new");
      out.endRow();
      return new NumberSource(1_000, 5).read(from, out, budget);
    };
    zone.run(0, changed, AMPLE);
    assertThat(zone.ids()).hasSize(1_001).startsWith("new", "0", "1");
    String orphan = orphans.keySet().iterator().next();
    assertThat(orphan).contains("/part-00000-");
    assertThat(zone.manifest().parts()).extracting(Part::key).doesNotContain(orphan);
    assertThat(zone.objects()).as("raw never changes").containsAllEntriesOf(orphans);
  }

  @Test
  void aCheckpointOfAnotherFormatIsRefused() {
    String json = "{\"format\":2,\"leg\":0,\"cursor\":{\"values\":{}},\"parts\":[],\"rows\":0}";
    zone.store.putIfAbsent(new ObjectRef(RawZone.BUCKET, PREFIX + "_checkpoint-00000.json"), json.getBytes(StandardCharsets.UTF_8), Map.of());
    assertThatThrownBy(() -> zone.run(1, UNREADABLE, AMPLE)).hasMessageContaining("expected checkpoint format 1, found 2");
  }

  @Test
  void aColumnThatIsNotInTheContractIsNamed() {
    Source wrong = (from, out, budget) -> {
      out.add(out.column("salary"), "1");
      throw new AssertionError("not reached");
    };
    assertThatThrownBy(() -> zone.run(0, wrong, AMPLE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no column \"salary\": the contract has [id, noise, _unlisted]");
  }

  private Path onlyLeg() throws IOException {
    return zone.leftovers().getFirst();
  }

  private static sluice.lake.event.EventLog quiet() {
    return new sluice.lake.event.EventLog(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()), java.time.Clock.systemUTC());
  }

  private static sluice.lake.source.Limits limits() {
    return new sluice.lake.source.Limits(10, 1_000, 1 << 20, Duration.ofMinutes(1));
  }

  private static List<String> numbers(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }
}
