package sluice.report.section;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sluice.report.Sample;

class FilesSectionTest {
  private final Section section = new FilesSection();

  @Test
  void drawsTheRoadOfTheRows() {
    String words = Models.words(Models.html(section, Sample.partial()));

    assertThat(words).contains(
        "source nofluffjobs raw 2,365 rows in 1 object, 409.1 kB gate 2,339 accepted 19 duplicates, 7 held back",
        "all sources accepted rows build dbt, 41 tests published job_postings 2,636 rows");
  }

  @Test
  void namesEveryObjectWithItsWholeHash() {
    String html = Models.html(section, Sample.partial());

    assertThat(html).contains("data-copy=\"9c41aa02be17d0e5a5b1c7f8a2f4e6d8c0b2a4968778695a4b3c2d1e0f908172\"", ">9c41aa02be1…</code>");
  }

  @Test
  void namesWhatTheRunWasMadeWith() {
    assertThat(Models.words(Models.html(section, Sample.partial()))).contains("Made with Sluice 0.1.0 git commit 4e1f0c2 dbt-core 1.11.16");
  }

  @Test
  void withoutManifestsItSaysSo() {
    assertThat(Models.words(Models.html(section, Models.withoutFiles(Sample.failed())))).isEqualTo("This run left no manifest.");
  }
}
