package sluice.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.store.FolderObjectStore;

class EntryTest {
  private static final Entry ROWS = EntryQuery.entry(Arrays.asList("orders", "wrong_type", "5", "2026-11-21T06:00:00Z",
      "s3://sluice-landing/orders/it's.csv", "v1", "3", "17", "7,seventy"));
  private static final Entry OBJECT = EntryQuery.entry(Arrays.asList("orders", "wrong_encoding", "0", "2026-11-21T06:00:00Z",
      "s3://sluice-landing/orders/a.csv", null, "3", null, "UTF-16"));

  @Test
  void tellsRowsFromWholeObjects() {
    assertThat(ROWS.rows()).contains(5L);
    assertThat(ROWS.firstRow()).contains(17L);
    assertThat(OBJECT.rows()).isEmpty();
    assertThat(OBJECT.version()).isEmpty();
  }

  @Test
  void hasOneNameForEverAndAnotherUnderAnotherContract() {
    assertThat(ROWS.id()).matches("q-[0-9a-f]{6}").isEqualTo(ROWS.id()).isNotEqualTo(OBJECT.id());
    Entry mended = new Entry(ROWS.dataset(), ROWS.reason(), ROWS.rows(), ROWS.firstSeen(), ROWS.object(), ROWS.version(), 4, ROWS.firstRow(), "");
    assertThat(mended.id()).isNotEqualTo(ROWS.id());
  }

  @Test
  void saysHowToMendIt() {
    assertThat(ROWS.mend()).containsExactly("docs/reasons/wrong_type.md", "./sluice replay --dataset orders --code wrong_type --id NAME --reason \"…\" --dry-run",
        "./sluice quarantine discard " + ROWS.id() + " --reason \"…\"");
  }

  @Test
  void asksForItsRowsWithoutLettingANameEndTheText() {
    assertThat(EntryQuery.rows(ROWS, 5)).contains("source_object = 's3://sluice-landing/orders/it''s.csv'").endsWith("limit 5");
  }

  @Test
  void aMarkStandsAndIsNeverGivenTwice(@TempDir Path root) {
    Discards discards = new Discards(new FolderObjectStore(root), "quarantine");
    assertThat(discards.mark(ROWS, "test data")).isTrue();
    assertThat(discards.mark(ROWS, "another reason")).isFalse();
    assertThat(discards.ids()).containsExactly(ROWS.id());
  }
}
