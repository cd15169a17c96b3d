package sluice.lake.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.lake.DatasetName;

class LandedBatchTest {
  private static final BatchObject A = object("orders/a.csv");
  private static final BatchObject B = object("orders/b.csv");

  @Test
  void isTheSameWhateverTheOrder() {
    LandedBatch batch = LandedBatch.of(List.of(B, A));
    assertThat(batch).isEqualTo(LandedBatch.of(List.of(A, B)));
    assertThat(batch.toJson()).isEqualTo(LandedBatch.of(List.of(A, B)).toJson());
    assertThat(batch.runId().value()).matches("land-[0-9a-f]{16}").isNotEqualTo(LandedBatch.of(List.of(A)).runId().value());
    assertThat(LandedBatch.key(batch.runId())).isEqualTo("raw/_batches/" + batch.runId() + ".json");
  }

  @Test
  void comesBackFromItsJson() {
    LandedBatch batch = LandedBatch.of(List.of(A, B));
    assertThat(LandedBatch.fromJson(batch.toJson())).isEqualTo(batch);
    assertThat(new String(batch.toJson(), StandardCharsets.UTF_8)).contains("\"format\" : 1", "\"ingestDate\" : \"2026-11-21\"",
        "\"landedAt\" : \"2026-11-21T09:14:00Z\"");
  }

  @Test
  void refusesObjectsThatItIsNotNamedAfter() {
    String json = new String(LandedBatch.of(List.of(A)).toJson(), StandardCharsets.UTF_8).replace("a.csv", "b.csv");
    assertThatThrownBy(() -> LandedBatch.fromJson(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has not the objects of its name: expected " + LandedBatch.of(List.of(B)).runId());
    assertThatThrownBy(() -> LandedBatch.fromJson("{}".getBytes(StandardCharsets.UTF_8))).hasMessageStartingWith("not a batch: ");
  }

  private static BatchObject object(String key) {
    return new BatchObject(new DatasetName("orders"), "sluice-landing", key, "v1", LocalDate.of(2026, 11, 21), Instant.parse("2026-11-21T09:14:00Z"));
  }
}
