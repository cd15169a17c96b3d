package sluice.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.lake.DatasetName;
import sluice.lake.RunId;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.ObjectVerdict;

class SupersededTest {
  private static final String RAW = "raw/orders/ingest_date=2026-11-21/run_id=r/part-0.parquet";
  private static final String LANDED = "s3://landing/orders/a.csv";

  @Test
  void anEntryIsReplacedByAVerdictUnderANewerContract() {
    Superseded superseded = new Superseded(List.of(verdict(1, LANDED + "?versionId=v1"), verdict(2, LANDED + "?versionId=v1"), verdict(2, null)));
    assertThat(superseded.is(entry(LANDED, "v1", 1))).isTrue();
    assertThat(superseded.is(entry(LANDED, "v1", 2))).as("what the newer contract still refuses").isFalse();
    assertThat(superseded.is(entry(LANDED, "v2", 1))).as("another version of the file").isFalse();
    assertThat(superseded.is(entry("s3://raw-bucket/" + RAW, "x", 1))).as("an extracted object").isTrue();
    assertThat(superseded.is(entry("s3://raw-bucket/" + RAW + "2", "x", 1))).isFalse();
  }

  private static ObjectVerdict verdict(int contract, String origin) {
    return new ObjectVerdict(new DatasetName("orders"), LocalDate.EPOCH, new RunId("r"), RAW, "x", origin, contract, contract,
        new Counts(1, 0, 1, 0), null, null, Map.of("wrong_type", 1L), null, null, null, null, new RunId("r"), null, Instant.EPOCH, null, 0);
  }

  private static Entry entry(String object, String version, int contract) {
    return new Entry("orders", "wrong_type", Optional.of(1L), Instant.EPOCH, object, version, contract, Optional.of(1L), "x");
  }
}
