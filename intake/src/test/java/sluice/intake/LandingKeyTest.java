package sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.lake.DatasetName;

class LandingKeyTest {
  @Test
  void theFirstSegmentIsTheDataset() {
    assertThat(new LandingKey("orders/2026/x.csv").dataset()).contains(new DatasetName("orders"));
    assertThat(new LandingKey("orders/../other/x.csv").dataset()).contains(new DatasetName("orders"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "/orders/x", "Orders/x", "../orders/x", "zamówienia/x", "a b/x"})
  void aKeyMayNameNone(String key) {
    assertThat(new LandingKey(key).dataset()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
      "orders/ingest_date=2026-11-20/x.csv, 2026-11-20",
      "orders/2026/11/20/x.csv, 2026-11-20",
      "orders/export-2026-11-20.csv, 2026-11-20",
      "orders/export-2026-11-20T0600.csv, 2026-11-20",
      "orders/2026-11-19/ingest_date=2026-11-20/x.csv, 2026-11-20",
      "orders/2026-02-30/2026-02-28.csv, 2026-02-28",
      "orders/2024-02-29.csv, 2024-02-29",
      "orders/2026-13-01/2026/01/31/x.csv, 2026-01-31"})
  void thePathMayNameTheDay(String key, LocalDate day) {
    assertThat(new LandingKey(key).date()).contains(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders/x.csv", "orders/11-20-2026.csv", "orders/2026-02-30.csv", "orders/20261120.csv", "orders/2026-11/20/x.csv",
      "orders/12026-11-201.csv", "orders/1234-05-06.csv", "orders/2026/11/20"})
  void orDoesNot(String key) {
    assertThat(new LandingKey(key).date()).isEmpty();
  }
}
