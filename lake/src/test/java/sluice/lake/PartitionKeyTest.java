package sluice.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionKeyTest {
  private static final String HASH = "0123456789abcdef".repeat(4);
  private final PartitionKey key =
      new PartitionKey(new DatasetName("devitjobs"), LocalDate.of(2028, 2, 29), new RunId("r-1"));

  @Test
  void namesItsObjectsTheSameWayInEveryZone() {
    assertThat(key.prefix(Zone.VALIDATED)).isEqualTo("validated/devitjobs/ingest_date=2028-02-29/run_id=r-1/");
    assertThat(key.part(Zone.RAW, 7, HASH))
        .isEqualTo("raw/devitjobs/ingest_date=2028-02-29/run_id=r-1/part-00007-0123456789ab.parquet");
    assertThat(key.manifest()).isEqualTo("raw/devitjobs/ingest_date=2028-02-29/run_id=r-1/_manifest.json");
    assertThat(key.checkpoint(1)).isEqualTo("raw/devitjobs/ingest_date=2028-02-29/run_id=r-1/_checkpoint-00001.json");
    assertThat(key.object(Zone.QUARANTINE, "x.reason.json"))
        .isEqualTo("quarantine/devitjobs/ingest_date=2028-02-29/run_id=r-1/x.reason.json");
  }

  @Test
  void isFoundAgainInTheKeysOfItsObjects() {
    assertThat(PartitionKey.of(key.manifest())).contains(key);
    assertThat(PartitionKey.of(key.part(Zone.ATHENA_RESULTS, 0, HASH))).contains(key);
    assertThat(PartitionKey.of(key.prefix(Zone.RAW))).contains(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "raw/", "raw/devitjobs/part.parquet",
    "raw/devitjobs/ingest_date=2027-02-29/run_id=r/part", "raw/devitjobs/ingest_date=x/run_id=r/part",
    "raw/Dev/ingest_date=2028-02-29/run_id=r/part", "raw/devitjobs/ingest_date=2028-02-29/run_id=../part",
    "raw/devitjobs/ingest_date=2028-02-29/run_id=r/deeper/part", "/raw/devitjobs/ingest_date=2028-02-29/run_id=r/part"})
  void isNotFoundInOtherKeys(String other) {
    assertThat(PartitionKey.of(other)).isEmpty();
  }

  @Test
  void refusesAPartWithoutARealHash() {
    assertThatThrownBy(() -> key.part(Zone.RAW, 0, "abc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a SHA-256: expected 64 lower-case hex digits, found \"abc\"");
  }
}
