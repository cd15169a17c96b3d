package sluice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.cli.installation.Installation;
import sluice.lake.json.Json;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.RunRecord;

@Command(name = "runs", description = "List the runs, newest first, or show one: runs show latest")
final class RunsCommand extends InstallationCommand {
  @Parameters(arity = "0..2", paramLabel = "show RUN", description = "Show one run: its id, a unique beginning of it, latest, latest~1.")
  List<String> words = List.of();

  @Option(names = "--limit", paramLabel = "N", description = "At most this many runs (default ${DEFAULT-VALUE}).", defaultValue = "20")
  int limit;

  @Override
  Exit execute() throws Exception {
    try (Installation here = open()) {
      Runs runs = new Runs(here, surroundings().clock());
      if (words.isEmpty()) {
        return list(here, runs.ledger().latest(limit));
      }
      return show(here, RunReference.parse(words).resolve(runs.ledger(), here.command("runs")));
    }
  }

  private Exit list(Installation here, List<RunRecord> records) {
    if (json) {
      ObjectNode document = here.document("runs");
      ArrayNode array = document.putArray("runs");
      records.forEach(record -> array.add(Json.MAPPER.valueToTree(record)));
      console().answer(Document.text(document));
      return Exit.DONE;
    }
    if (records.isEmpty()) {
      console().answer("No run yet. Start one with  " + here.command("run"));
      return Exit.DONE;
    }
    Table table = new Table(List.of(
        new Table.Column("run", Table.Align.LEFT),
        new Table.Column("trigger", Table.Align.LEFT),
        new Table.Column("status", Table.Align.LEFT),
        new Table.Column("read", Table.Align.RIGHT),
        new Table.Column("quarant.", Table.Align.RIGHT),
        new Table.Column("time", Table.Align.RIGHT),
        new Table.Column("note", Table.Align.LEFT)));
    for (RunRecord record : records) {
      Counts total = record.datasets().values().stream().reduce(Counts.NONE, Counts::plus);
      table.row(List.of(record.runId().value(), String.valueOf(record.trigger()), status(record), Figures.count(total.read()),
          Figures.count(total.quarantined()), Figures.seconds(Duration.ofMillis((long) (record.seconds() * 1000))), note(record)));
    }
    table.lines(console().isLive() ? 120 : 1000).forEach(console()::answer);
    return Exit.DONE;
  }

  private Exit show(Installation here, RunRecord record) {
    if (json) {
      ObjectNode document = here.document("run-record");
      document.set("run", Json.MAPPER.valueToTree(record));
      console().answer(Document.text(document));
      return Exit.DONE;
    }
    console().answer(status(record) + "  " + record.runId().value() + " · " + record.trigger() + " · started " + record.startedAt());
    record.datasets().forEach((dataset, counts) -> console().answer(String.format("  %-16s %s = accepted %s + quarantined %s + duplicates %s", dataset,
        Figures.count(counts.read()), Figures.count(counts.accepted()), Figures.count(counts.quarantined()), Figures.count(counts.duplicates()))));
    record.marts().forEach((mart, rows) -> console().answer(String.format("  %-24s %s rows", mart, Figures.count(rows))));
    if (record.costs() != null) {
      console().answer(String.format(Locale.ROOT, "  used  %d transitions · functions %.1f s · build %.1f s",
          record.costs().transitions(), record.costs().functionSeconds(), record.costs().buildSeconds()));
    }
    if (!note(record).isEmpty()) {
      console().answer("  " + note(record));
    }
    return Exit.DONE;
  }

  private String status(RunRecord record) {
    return switch (record.status()) {
      case SUCCEEDED -> console().mark(Console.Mark.OK) + " ok";
      case PARTIAL -> console().mark(Console.Mark.LOOK) + " partial";
      case FAILED -> console().mark(Console.Mark.FAILED) + " failed";
    };
  }

  private static String note(RunRecord record) {
    if (record.failure() != null) {
      return record.failure().stage() + ": " + record.failure().error();
    }
    return String.join(", ", record.optionalFailed().stream().map(source -> source.source() + " " + source.error()).toList());
  }
}
