package sluice.report.chart;

import static sluice.report.chart.Svg.Anchor.END;
import static sluice.report.chart.Svg.Anchor.MIDDLE;
import static sluice.report.chart.Svg.Anchor.START;
import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.number;
import static sluice.report.html.Markup.percent;
import static sluice.report.html.Markup.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import sluice.report.html.Node;
import sluice.report.model.Stage;
import sluice.report.page.Badge;
import sluice.report.page.Table;
import sluice.report.page.Tone;
import sluice.report.text.Clip;
import sluice.report.text.Figures;

/** Where the time went: a bar for each stage on one time axis, what the run waited for darker, the usual end ticked. */
public record StagesChart(String id, String title, List<Stage> stages) implements Chart {
  private static final double TOP = 4;
  private static final double ROW = 36;
  private static final double BAR = 10;
  private static final double BOTTOM = 22;
  private static final int LONGEST_NAME = 34;

  public StagesChart {
    stages = StageOrder.of(stages);
  }

  @Override
  public String unit() {
    return "seconds since the run started";
  }

  @Override
  public Node legend() {
    return el("ul", css("legend"),
        el("li", el("i", css("swatch critical")), text("the run waited for this")),
        el("li", el("i", css("swatch aside")), text("ran beside it")),
        stages.stream().anyMatch(stage -> stage.usual().isPresent())
            ? el("li", el("i", css("swatch usual")), text("usual end"))
            : all());
  }

  @Override
  public Node drawing() {
    double most = stages.stream().mapToDouble(stage -> Math.max(seconds(stage.end()), usualEnd(stage).orElse(0.0))).max().orElse(0);
    Scale scale = Scale.ofAmounts(most, 4);
    double floor = TOP + ROW * stages.size();
    List<Stage> critical = CriticalPath.of(stages);
    List<Node> marks = new ArrayList<>();
    for (double tick : scale.ticks()) {
      marks.add(Svg.line("grid", scale.at(tick), TOP, scale.at(tick), floor));
      Svg.Anchor anchor = tick == 0 ? START : tick == scale.end() ? END : MIDDLE;
      marks.add(Svg.text("mute", anchor, scale.at(tick), floor + 16, number(tick) + " s"));
    }
    for (int i = 0; i < stages.size(); i++) {
      marks.add(row(stages.get(i), scale, TOP + ROW * i, critical.contains(stages.get(i))));
    }
    return Svg.picture(this, "wide", floor + BOTTOM, description(), all(marks));
  }

  private static Node row(Stage stage, Scale scale, double top, boolean critical) {
    double start = seconds(stage.start());
    double bar = top + 20;
    String css = Tone.of(stage.outcome()) == Tone.BAD ? "failed" : critical ? "critical" : "aside";
    String from = scale.at(start);
    return Svg.group("",
        Svg.tip(sentence(stage)),
        Svg.rect("hover", "0", top, "100%", ROW),
        Svg.text(critical ? "strong" : "", START, "0", top + 14, Clip.end(name(stage), LONGEST_NAME)),
        Svg.text("mute", END, "100%", top + 14, outcome(stage) + Figures.time(stage.took())),
        Svg.rect(css, from, bar, percent(scale.share(seconds(stage.end())) - scale.share(start)), BAR),
        // A stage of some milliseconds still has to be seen.
        Svg.rect(css, from, bar, "2", BAR),
        usualEnd(stage).map(end -> Svg.line("usual", scale.at(end), bar - 3, scale.at(end), bar + BAR + 3)).orElseGet(() -> all()));
  }

  private static String outcome(Stage stage) {
    return switch (stage.outcome()) {
      case PASSED -> "";
      case WARNED -> "! look · ";
      case FAILED -> "✗ failed · ";
      case SKIPPED -> "skipped · ";
    };
  }

  private static Optional<Double> usualEnd(Stage stage) {
    return stage.usual().map(usual -> seconds(stage.start().plus(usual)));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static String name(Stage stage) {
    return stage.room() + stage.dataset().map(dataset -> " · " + dataset).orElse("");
  }

  private static String sentence(Stage stage) {
    return name(stage) + ": " + Figures.time(stage.took()) + ", from " + Figures.time(stage.start()) + " to " + Figures.time(stage.end())
        + stage.usual().map(usual -> ", usually " + Figures.time(usual)).orElse("");
  }

  private String description() {
    return stages.stream().map(StagesChart::sentence).collect(Collectors.joining("; ", "", "."));
  }

  @Override
  public Node table() {
    Table table = new Table(title).texts("stage", "dataset").numbers("start", "took", "usually").texts("outcome");
    for (Stage stage : stages) {
      table.row(
          Table.cell(stage.room()),
          Table.cell(stage.dataset().orElse("all")),
          Table.cell(seconds(stage.start()), Figures.time(stage.start())),
          Table.cell(seconds(stage.took()), Figures.time(stage.took())),
          Table.cell(stage.usual().map(Figures::time).orElse("not known")),
          Badge.of(Tone.of(stage.outcome()), stage.outcome()));
    }
    return table.node();
  }
}
