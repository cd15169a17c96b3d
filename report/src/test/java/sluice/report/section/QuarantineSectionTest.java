package sluice.report.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.report.Sample;
import sluice.report.model.Quarantined;
import sluice.report.model.ReportModel;

class QuarantineSectionTest {
  private final Section section = new QuarantineSection();

  @Test
  void leadsToTheVeryRow() {
    String html = Models.html(section, Sample.succeeded());

    assertThat(html).contains("<tr id=\"q-7f3a91\">").contains("title=\"raw/nofluffjobs/ingest_date=2026-11-21/run_id=20261121T0600Z-sched/part-00000-9c41aa02be17.parquet\"");
    assertThat(Models.words(html)).contains("row 1,204", "rule at contracts/nofluffjobs.yml:38", "5 rows", "21 Nov 06:00 UTC");
  }

  @Test
  void showsTheRawTextAsText() {
    assertThat(Models.html(section, Sample.succeeded())).contains("<code>&quot;from&quot;: &quot;n/a&quot;</code>");
  }

  @Test
  void aWholeObjectIsCalledOne() {
    assertThat(Models.words(Models.html(section, Sample.succeeded()))).contains("whole object, rows not countable");
  }

  @Test
  void offersTheLineThatMendsIt() {
    Quarantined entry = Sample.succeeded().quarantined().getFirst();
    Quarantined mendable = new Quarantined(entry.id(), entry.dataset(), entry.reason(), entry.extent(), entry.rows(), entry.firstSeen(),
        entry.object(), entry.row(), entry.example(), entry.rule(), Optional.of("./sluice run"));
    ReportModel model = Models.withQuarantined(Sample.succeeded(), List.of(mendable));

    assertThat(Models.html(section, model)).contains("<code>./sluice run</code>");
  }

  @Test
  void nothingHeldBackIsSaid() {
    assertThat(Models.words(Models.html(section, Sample.clean())))
        .isEqualTo("✓ Nothing is held back. Every row that was read is accepted or a known duplicate.");
    assertThat(Models.words(Models.html(section, Sample.failed()))).isEqualTo("✓ Nothing is held back.");
  }
}
