package sluice.report.section;

import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.text;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.FailedSource;
import sluice.report.chart.Sparkline;
import sluice.report.html.Node;
import sluice.report.model.Run;
import sluice.report.page.Badge;
import sluice.report.page.Table;
import sluice.report.page.Tone;
import sluice.report.text.Figures;

/** How each source did over the shown runs, the worst first. */
record Producers(String source, long failures, Counts total, List<Long> reads) {

  static Node of(List<Run> runs) {
    List<Producers> producers = names(runs).stream()
        .map(name -> tally(name, runs))
        .sorted(Comparator.comparingLong(Producers::failures).reversed()
            .thenComparing(Comparator.comparingDouble(Producers::quarantinedShare).reversed())
            .thenComparing(Producers::source))
        .toList();
    Table table = new Table("Producers, the worst first").texts("source", "state").numbers("runs it failed in", "rows read", "quarantined", "duplicates").texts("rows read, run by run").cards();
    for (Producers producer : producers) {
      table.row(
          el("b", producer.source()),
          producer.state(),
          Table.cell(producer.failures()),
          Table.cell(producer.total().read()),
          Table.cell(producer.quarantinedShare(), Figures.share(producer.quarantinedShare())),
          Table.cell(producer.duplicateShare(), Figures.share(producer.duplicateShare())),
          Sparkline.of(producer.reads()));
    }
    return producers.isEmpty() ? el("p", css("empty"), all(text("No source has delivered yet."))) : table.node();
  }

  private static TreeSet<String> names(List<Run> runs) {
    TreeSet<String> names = runs.stream().flatMap(run -> run.datasets().keySet().stream()).collect(Collectors.toCollection(TreeSet::new));
    runs.forEach(run -> run.optionalFailed().stream().map(FailedSource::source).forEach(names::add));
    return names;
  }

  private static Producers tally(String name, List<Run> runs) {
    List<Counts> counts = runs.stream().map(run -> run.datasets().getOrDefault(name, Counts.NONE)).toList();
    return new Producers(
        name,
        runs.stream().filter(run -> run.optionalFailed().stream().anyMatch(source -> source.source().equals(name))).count(),
        counts.stream().reduce(Counts.NONE, Counts::plus),
        counts.stream().map(Counts::read).toList());
  }

  private Node state() {
    if (failures > 0) {
      return Badge.of(Tone.WARN, "failed at times");
    }
    return total.quarantined() > 0 ? Badge.of(Tone.WARN, "rows held back") : Badge.of(Tone.OK, "steady");
  }

  private double quarantinedShare() {
    return total.read() == 0 ? 0 : (double) total.quarantined() / total.read();
  }

  private double duplicateShare() {
    return total.read() == 0 ? 0 : (double) total.duplicates() / total.read();
  }
}
