package sluice.lake.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestTest {
  private static final String HASH = "ab".repeat(32);
  private static final Part PART = new Part(0, "raw/orders/part-0", 10, 3, HASH);
  private static final Manifest MANIFEST =
      new Manifest(1, "orders", "r1", "2026-11-21", "2026-11-21T09:14:00Z", List.of(PART), 3, 5L);
  private static final String JSON = """
      {
        "format" : 1,
        "dataset" : "orders",
        "runId" : "r1",
        "ingestDate" : "2026-11-21",
        "startedAt" : "2026-11-21T09:14:00Z",
        "parts" : [ {
          "index" : 0,
          "key" : "raw/orders/part-0",
          "bytes" : 10,
          "rows" : 3,
          "sha256" : "%s"
        } ],
        "rows" : 3,
        "statedTotal" : 5
      }""".formatted(HASH);

  @Test
  void becomesTheSameJsonEveryTimeAndComesBack() {
    assertThat(new String(MANIFEST.toJson(), StandardCharsets.UTF_8)).isEqualTo(JSON);
    assertThat(Manifest.fromJson(MANIFEST.toJson())).isEqualTo(MANIFEST);
  }

  @Test
  void mayHaveNoPartsAndNoStatedTotal() {
    Manifest empty = new Manifest(1, "orders", "r1", "2026-11-21", "2026-11-21T09:14:00Z", List.of(), 0, null);
    assertThat(Manifest.fromJson(empty.toJson())).isEqualTo(empty);
    assertThat(new String(empty.toJson(), StandardCharsets.UTF_8)).doesNotContain("statedTotal");
  }

  @Test
  void refusesCountsThatDoNotAddUp() {
    assertRefused(JSON.replace("\"rows\" : 3,\n  \"stated", "\"rows\" : 4,\n  \"stated"),
        "the parts have 3 rows together, the manifest says 4");
  }

  @Test
  void refusesPartsOutOfPlace() {
    assertRefused(JSON.replace("\"index\" : 0", "\"index\" : 1"), "expected part 0 in place 0, found part 1");
  }

  @Test
  void refusesPartsThatCannotBeChecked() {
    assertRefused(JSON.replace(HASH, "AB"), "part 0: expected a SHA-256 of 64 lower-case hex digits, found AB");
    assertRefused(JSON.replace("raw/orders/part-0", " "), "part 0 has no key");
    assertRefused(JSON.replace("\"bytes\" : 10", "\"bytes\" : -1"), "part 0 has a negative number: -1 bytes, 3 rows");
  }

  @Test
  void refusesOtherFormats() {
    assertRefused(JSON.replace("\"format\" : 1", "\"format\" : 2"), "expected manifest format 1, found 2");
  }

  @Test
  void refusesWhatIsNoManifest() {
    assertRefused("", "not a manifest: No content to map due to end-of-input (line 1, column 0)");
    assertThatThrownBy(() -> Manifest.fromJson("{\"format\":".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(ManifestException.class)
        .hasMessageStartingWith("not a manifest: Unexpected end-of-input");
  }

  private static void assertRefused(String json, String message) {
    assertThatThrownBy(() -> Manifest.fromJson(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(ManifestException.class)
        .hasMessage(message);
  }
}
