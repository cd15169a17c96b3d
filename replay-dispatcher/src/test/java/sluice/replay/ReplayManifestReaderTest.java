package sluice.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Problem;

class ReplayManifestReaderTest {
  private static final String HEAD = "{\"replayId\":\"fix-7\",\"reason\":\"n/a means empty\",\"dataset\":\"orders\",";
  private static final ReplayManifestReader READER = new ReplayManifestReader(Set.of(World.ORDERS), World.LANDING);

  static Stream<ReplayManifest> wishes() {
    return Stream.of(
        wish(new Selection.Files(List.of("s3://sluice-landing/orders/a +%2B ą.csv?versionId=v1",
            "raw/orders/ingest_date=2026-11-20/run_id=land-1/part-0")), ReplayOptions.STANDARD),
        wish(new Selection.Quarantine("unreadable_object", "run-1", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 21)), new ReplayOptions(true, true, false)),
        wish(new Selection.Quarantine(null, null, null, null), ReplayOptions.STANDARD),
        wish(new Selection.Dates(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 2, 29)), new ReplayOptions(false, true, true)));
  }

  @ParameterizedTest
  @MethodSource("wishes")
  void readsWhatAManifestWrites(ReplayManifest wish) {
    assertThat(READER.read(wish.toJson(), "m.json")).isEqualTo(wish);
  }

  @Test
  void aLookAheadIsTheSameWish() {
    List<ReplayManifest> wishes = wishes().toList();
    ReplayManifest look = new ReplayManifest("fix-7", "n/a means empty", World.ORDERS, wishes.getFirst().selection(), new ReplayOptions(false, true, true));
    assertThat(look.fingerprint()).isEqualTo(wishes.getFirst().fingerprint());
    assertThat(wishes).extracting(ReplayManifest::fingerprint).doesNotHaveDuplicates();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("", "R001", null, "nothing", "correct the JSON and drop the manifest again"),
        Arguments.of("[]", "R001", null, "ARRAY", "correct the JSON and drop the manifest again"),
        Arguments.of(HEAD + "\"files\":[", "R001", null, "Unexpected end-of-input", "correct the JSON"),
        Arguments.of(HEAD + "\"reason\":\"two\"}", "R001", null, "Duplicate field 'reason'", "correct the JSON"),
        Arguments.of(HEAD + "\"dates\":{\"from\":\"2026-11-01\",\"to\":\"2026-11-02\"},\"option\":{}}", "R002", "option", "option", "write options"),
        Arguments.of(HEAD + "\"quarantine\":{\"run\":\"x\"}}", "R002", "quarantine.run", "run", "write runId|take the key out"),
        Arguments.of(HEAD + "\"quarantine\":{},\"options\":{\"dryrun\":true}}", "R002", "options.dryrun", "dryrun", "write dryRun"),
        Arguments.of(HEAD + "\"quarantine\":{},\"options\":{\"force\":\"yes\"}}", "R004", "options.force", "\"yes\"", "correct options.force"),
        Arguments.of(HEAD + "\"quarantine\":[]}", "R004", "quarantine", "[]", "correct quarantine"),
        Arguments.of("{\"reason\":\"r\",\"dataset\":\"orders\",\"quarantine\":{}}", "R003", "replayId", "nothing", "add replayId"),
        Arguments.of("{\"replayId\":\"../x\",\"reason\":\"r\",\"dataset\":\"orders\",\"quarantine\":{}}", "R004", "replayId", "\"../x\"", "correct replayId"),
        Arguments.of("{\"replayId\":\"x\",\"reason\":\" \",\"dataset\":\"orders\",\"quarantine\":{}}", "R004", "reason", "\" \"", "correct reason"),
        Arguments.of("{\"replayId\":\"x\",\"reason\":\"r\",\"dataset\":\"ordrs\",\"quarantine\":{}}", "R006", "dataset", "ordrs", "write orders"),
        Arguments.of(HEAD.replaceAll(",$", "}"), "R005", null, "none", "keep one"),
        Arguments.of(HEAD + "\"quarantine\":{},\"files\":[\"x\"]}", "R005", null, "files, quarantine", "keep one"),
        Arguments.of(HEAD + "\"dates\":{\"from\":\"2026-02-30\",\"to\":\"2026-03-01\"}}", "R004", "dates.from", "\"2026-02-30\"", "correct dates.from"),
        Arguments.of(HEAD + "\"dates\":{\"from\":\"2026-03-01\",\"to\":\"2026-02-01\"}}", "R004", "dates.to", "\"2026-02-01\"", "correct dates.to"),
        Arguments.of(HEAD + "\"dates\":{\"from\":\"2026-03-01\"}}", "R003", "dates.to", "nothing", "add dates.to"),
        Arguments.of(HEAD + "\"files\":[]}", "R004", "files", "[]", "correct files"),
        Arguments.of(HEAD + "\"files\":[7]}", "R004", "files", "[7]", "correct files"),
        Arguments.of(HEAD + "\"files\":[\"s3://elsewhere/orders/a.csv?versionId=1\"]}", "R004", "files[0]", "s3://elsewhere/", "correct files[0]"),
        Arguments.of(HEAD + "\"files\":[\"s3://sluice-landing/orders/a.csv\"]}", "R004", "files[0]", "s3://sluice-landing/", "correct files[0]"),
        Arguments.of(HEAD + "\"files\":[\"s3://sluice-landing/other/a.csv?versionId=1\"]}", "R004", "files[0]", "s3://sluice-landing/other", "correct files[0]"),
        Arguments.of(HEAD + "\"files\":[\"raw/orders/ingest_date=2026-11-20/run_id=r/../x\"]}", "R004", "files[0]", "raw/orders/", "correct files[0]"),
        Arguments.of(HEAD + "\"files\":[\"raw/other/ingest_date=2026-11-20/run_id=r/x\"]}", "R004", "files[0]", "raw/other/", "correct files[0]"),
        Arguments.of(HEAD + "\"files\":[\"validated/orders/ingest_date=2026-11-20/run_id=r/x\"]}", "R004", "files[0]", "validated/", "correct files[0]"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void namesWhatIsWrong(String json, String code, String where, String found, String next) {
    Problem problem = problems(json).getFirst();
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.where()).isEqualTo(where);
    assertThat(problem.found()).startsWith(found);
    assertThat(problem.expected()).isNotBlank();
    assertThat(problem.next().getFirst()).containsPattern("^(" + next.replace("[", "\\[").replace("]", "\\]") + ")");
    assertThat(problem.file()).isEqualTo("manifests/m.json");
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() {
    assertThat(problems("{\"replayId\":7,\"dataset\":\"x\",\"dates\":{\"form\":1}}")).extracting(Problem::code)
        .containsExactly("R004", "R003", "R006", "R002", "R003", "R003");
  }

  @Test
  void hasABound() {
    String many = "[" + String.join(",", Collections.nCopies(100_001, "\"raw/x\"")) + "]";
    assertThat(problems(HEAD + "\"files\":" + many + "}")).extracting(Problem::toString).containsExactly(
        "error[R007]: too many objects for one replay (manifests/m.json); expected at most 100,000; found 100,001");
    String wrong = "[" + String.join(",", Collections.nCopies(50, "\"raw/x\"")) + "]";
    assertThat(problems(HEAD + "\"files\":" + wrong + "}")).hasSize(20);
  }

  @Test
  void anIdLeavesRoomForTheNumberOfAnAttempt() {
    assertThat(ReplayManifest.runId("a".repeat(70)) + "-9").hasSizeLessThanOrEqualTo(80);
    assertThatThrownBy(() -> new ReplayManifest("a".repeat(71), "r", World.ORDERS, wishes().toList().getFirst().selection(), ReplayOptions.STANDARD))
        .hasMessageStartingWith("not a replay id: ");
  }

  private static List<Problem> problems(String json) {
    try {
      READER.read(json.getBytes(StandardCharsets.UTF_8), "manifests/m.json");
      throw new AssertionError("not refused: " + json);
    } catch (InvalidInputException refused) {
      return refused.problems();
    }
  }

  private static ReplayManifest wish(Selection selection, ReplayOptions options) {
    return new ReplayManifest("fix-7", "n/a means empty", World.ORDERS, selection, options);
  }
}
