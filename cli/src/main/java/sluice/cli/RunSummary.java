package sluice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sluice.cli.installation.Installation;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.FailedSource;
import sluice.lake.ledger.RunRecord;
import sluice.lake.ledger.RunStatus;

/** What is said of a finished run: the equation of its rows, the marts, the verdict, and what to type next. */
record RunSummary(Installation here, Runs.Ended ended, Duration setup, Optional<Path> report, Optional<String> tests) {

  RunStatus status() {
    return ended.record().map(RunRecord::status).orElse(RunStatus.FAILED);
  }

  Exit exit() {
    return switch (status()) {
      case SUCCEEDED, PARTIAL -> Exit.DONE;
      case FAILED -> Exit.NO;
    };
  }

  ObjectNode document(String name) {
    ObjectNode document = here.document(name);
    document.put("status", status().name());
    document.put("runId", ended.started().runId().value());
    document.put("executionArn", ended.started().executionArn());
    ObjectNode seconds = document.putObject("seconds");
    seconds.put("setup", Figures.decimal(setup));
    seconds.put("run", Figures.decimal(ended.took()));
    ObjectNode datasets = document.putObject("datasets");
    datasets().forEach((dataset, counts) -> {
      ObjectNode node = datasets.putObject(dataset);
      node.put("read", counts.read());
      node.put("accepted", counts.accepted());
      node.put("quarantined", counts.quarantined());
      node.put("duplicates", counts.duplicates());
    });
    ObjectNode marts = document.putObject("marts");
    ended.record().ifPresent(record -> record.marts().forEach(marts::put));
    ArrayNode failed = document.putArray("optionalFailed");
    optionalFailed().forEach(source -> failed.add(source.source()));
    if (status() == RunStatus.FAILED) {
      ObjectNode failure = document.putObject("failure");
      failure.put("stage", stage());
      failure.put("error", error());
      failure.put("cause", cause());
    }
    report.ifPresent(path -> document.put("report", path.toString()));
    return document;
  }

  void print(Console console) {
    if (!datasets().isEmpty()) {
      table().forEach(console::answer);
    }
    ended.record().filter(record -> !record.marts().isEmpty()).ifPresent(record -> console.answer("  marts   " + record.marts().entrySet().stream()
        .map(mart -> mart.getKey() + " " + Figures.count(mart.getValue())).collect(Collectors.joining(" · "))));
    tests.ifPresent(text -> console.answer("  checks  " + text));
    switch (status()) {
      case SUCCEEDED -> console.answer(console.mark(Console.Mark.OK) + " SUCCEEDED in " + Figures.seconds(ended.took())
          + " (set-up " + Figures.span(setup) + ")");
      case PARTIAL -> partial(console);
      case FAILED -> failed(console);
    }
    report.ifPresent(path -> console.answer("  report  " + path));
  }

  private void partial(Console console) {
    int failed = optionalFailed().size();
    console.answer(console.mark(Console.Mark.LOOK) + " PARTIAL in " + Figures.seconds(ended.took()) + ": " + failed + " optional source"
        + (failed == 1 ? "" : "s") + " failed, everything required is published");
    for (FailedSource source : optionalFailed()) {
      console.answer("  " + source.source() + "   " + brief(source.error()) + ": " + source.cause());
      console.answer(source.error().equals("GateRefusedSource") // as the workflow calls it
          ? "  next    " + here.command("quarantine list")
          : "  next    mend it, then  " + here.command("run --source " + source.source()));
    }
  }

  private void failed(Console console) {
    console.answer(console.mark(Console.Mark.FAILED) + " FAILED in " + stage() + " after " + Figures.seconds(ended.took()));
    console.answer("  what happened    " + brief(error()) + ": " + cause());
    console.answer("  what is safe     nothing new is published; readers still see the last published run");
    console.answer("  next             " + here.command("runs show " + ended.started().runId().value()));
  }

  // The signs of the equation stand behind the figures, so every other row leaves their two places empty.
  private List<String> table() {
    Table table = new Table(List.of(
        new Table.Column("dataset", Table.Align.LEFT),
        new Table.Column("read  ", Table.Align.RIGHT),
        new Table.Column("accepted  ", Table.Align.RIGHT),
        new Table.Column("quarantined  ", Table.Align.RIGHT),
        new Table.Column("duplicates", Table.Align.RIGHT)));
    Counts total = Counts.NONE;
    for (Map.Entry<String, Counts> dataset : datasets().entrySet()) {
      total = total.plus(dataset.getValue());
      table.row(cells(dataset.getKey(), dataset.getValue(), "  ", "  ", "  "));
    }
    table.row(cells("", total, " =", " +", " +"));
    List<String> lines = new java.util.ArrayList<>(table.lines(100));
    int last = lines.size() - 1;
    lines.set(last, lines.get(last) + (total.missing() == 0 ? "   every row accounted for" : "   " + Figures.count(total.missing()) + " rows missing"));
    return lines;
  }

  private static List<String> cells(String name, Counts counts, String first, String second, String third) {
    return List.of(name, Figures.count(counts.read()) + first, Figures.count(counts.accepted()) + second,
        Figures.count(counts.quarantined()) + third, Figures.count(counts.duplicates()));
  }

  private Map<String, Counts> datasets() {
    return ended.record().map(RunRecord::datasets).orElse(Map.of());
  }

  private List<FailedSource> optionalFailed() {
    return ended.record().map(RunRecord::optionalFailed).orElse(List.of());
  }

  private String stage() {
    return ended.record().map(RunRecord::failure).map(failure -> failure.stage()).orElse("the workflow");
  }

  private String error() {
    return ended.record().map(RunRecord::failure).map(failure -> failure.error()).orElse(String.valueOf(ended.error()));
  }

  private String cause() {
    return ended.record().map(RunRecord::failure).map(failure -> failure.cause()).orElse(String.valueOf(ended.cause()));
  }

  /** A Java class name without its package: the word that the runbook is ordered by. */
  private static String brief(String error) {
    return error.substring(error.lastIndexOf('.') + 1);
  }
}
