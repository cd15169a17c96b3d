package sluice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.cli.installation.Installation;
import sluice.lake.DatasetName;
import sluice.lake.Sleeper;
import sluice.lake.Zone;
import sluice.lake.ledger.DynamoVerdictLedger;
import sluice.lake.ledger.VerdictLedger;
import sluice.lake.ledger.VerdictScope;
import sluice.lake.problem.Problem;
import sluice.lake.store.Backoff;
import sluice.lake.store.S3ObjectStore;
import sluice.local.world.Names;
import sluice.quarantine.Discards;
import sluice.quarantine.Entry;
import sluice.quarantine.EntryQuery;
import sluice.quarantine.Superseded;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

@Command(name = "quarantine", description = "What the gate refused: list it, show one entry, or mark it as left alone.",
    subcommands = {QuarantineCommand.ListCommand.class, QuarantineCommand.ShowCommand.class, QuarantineCommand.DiscardCommand.class})
final class QuarantineCommand extends Invocation {
  private static final int MOST_ENTRIES = 10_000;
  private static final int LONGEST_EXAMPLE = 48;

  @Override
  Exit execute() {
    throw new CommandException(Exit.WRONG_INPUT, Problem.error("W015", "quarantine needs a word: list, show or discard")
        .next("./sluice quarantine list"));
  }

  private static List<Entry> entries(Installation here) throws InterruptedException {
    return new Athena(here).query(EntryQuery.all(), MOST_ENTRIES).rows().stream().map(EntryQuery::entry).toList();
  }

  private static Discards discards(Installation here) {
    return new Discards(new S3ObjectStore(here.client(S3Client.builder()), Backoff.standard(Sleeper.REAL)), here.address().bucket(Zone.QUARANTINE));
  }

  private static Superseded superseded(Installation here, List<Entry> entries) {
    VerdictLedger ledger = new DynamoVerdictLedger(here.client(DynamoDbClient.builder()), Names.LEDGER_TABLE);
    return new Superseded(entries.stream().map(Entry::dataset).distinct()
        .flatMap(dataset -> ledger.inScope(new VerdictScope(new DatasetName(dataset), Optional.empty())).stream()).toList());
  }

  private static Entry find(Installation here, String id) throws InterruptedException {
    return entries(here).stream().filter(entry -> entry.id().equals(id)).findFirst()
        .orElseThrow(() -> new CommandException(Exit.WRONG_INPUT, Problem.error("W050", "there is no entry " + id)
            .found(id).expected("an id as quarantine list prints it: q- and six digits").next(here.command("quarantine list"))));
  }

  /** What mends an entry, with commands that go where the entry is. */
  private static List<String> mend(Installation here, Entry entry) {
    String program = "./sluice ";
    return entry.mend().stream().map(line -> line.startsWith(program) ? here.command(line.substring(program.length())) : line).toList();
  }

  private static ObjectNode json(ObjectNode node, Entry entry) {
    node.put("id", entry.id()).put("dataset", entry.dataset()).put("code", entry.reason())
        .put("level", entry.rows().isPresent() ? "row" : "object");
    entry.rows().ifPresent(rows -> node.put("rows", rows));
    node.put("firstSeen", entry.firstSeen().toString()).put("object", entry.object()).put("version", entry.version())
        .put("contractVersion", entry.contractVersion()).put("example", entry.example());
    return node;
  }

  @Command(name = "list", description = "Every refused object, and the refused rows by object and reason; the newest first.")
  static final class ListCommand extends InstallationCommand {
    @Option(names = "--all", description = "Also those that were marked as left alone, and those whose object was judged again under a newer contract.")
    boolean all;

    @Override
    Exit execute() throws Exception {
      try (Installation here = open()) {
        Set<String> discarded = discards(here).ids();
        List<Entry> every = entries(here);
        Superseded superseded = superseded(here, every);
        List<Entry> shown = every.stream().filter(entry -> all || !discarded.contains(entry.id()) && !superseded.is(entry)).toList();
        if (json) {
          ObjectNode document = here.document("quarantine-list");
          ArrayNode array = document.putArray("entries");
          shown.forEach(entry -> json(array.addObject(), entry).put("discarded", discarded.contains(entry.id()))
              .put("superseded", superseded.is(entry)));
          console().answer(Document.text(document));
          return Exit.DONE;
        }
        print(here, shown, every.size() - shown.size());
        return Exit.DONE;
      }
    }

    private void print(Installation here, List<Entry> shown, int hidden) {
      long rows = shown.stream().flatMap(entry -> entry.rows().stream()).mapToLong(Long::longValue).sum();
      long objects = shown.stream().filter(entry -> entry.rows().isEmpty()).count();
      String also = hidden == 0 ? "" : " (" + hidden + " discarded or judged again under a newer contract: --all)";
      if (shown.isEmpty()) {
        console().answer("Nothing is held back" + also + ".");
        return;
      }
      console().answer(Figures.count(rows) + (rows == 1 ? " row and " : " rows and ") + Figures.count(objects)
          + (objects == 1 ? " object are held back" : " objects are held back") + also);
      Table table = new Table(List.of(
          new Table.Column("id", Table.Align.LEFT), new Table.Column("dataset", Table.Align.LEFT), new Table.Column("reason", Table.Align.LEFT),
          new Table.Column("level", Table.Align.LEFT), new Table.Column("rows", Table.Align.RIGHT), new Table.Column("first seen", Table.Align.LEFT),
          new Table.Column("example", Table.Align.LEFT)));
      for (Entry entry : shown) {
        table.row(List.of(entry.id(), entry.dataset(), entry.reason(), entry.rows().isPresent() ? "row" : "object",
            entry.rows().map(Figures::count).orElse("-"), entry.firstSeen().toString().substring(5, 16).replace('T', ' '), brief(entry.example())));
      }
      table.lines(console().isLive() ? 140 : 1000).forEach(console()::answer);
      console().answer("  next    " + here.command("quarantine show " + shown.getFirst().id()));
    }

    private static String brief(String text) {
      String line = text.strip().replaceAll("\\s+", " ");
      return line.length() <= LONGEST_EXAMPLE ? line : line.substring(0, LONGEST_EXAMPLE - 1) + "…";
    }
  }

  @Command(name = "show", description = "One entry with its first rows, why they were refused, and what mends them.")
  static final class ShowCommand extends InstallationCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "As quarantine list prints it.")
    String id;

    @Option(names = "--limit", paramLabel = "ROWS", description = "At most this many rows (default ${DEFAULT-VALUE}).", defaultValue = "5")
    int limit;

    @Override
    Exit execute() throws Exception {
      try (Installation here = open()) {
        Entry entry = find(here, id);
        List<List<String>> rows = new Athena(here).query(EntryQuery.rows(entry, limit), limit).rows();
        if (json) {
          ObjectNode document = here.document("quarantine-show");
          ObjectNode shown = json(document.putObject("entry"), entry);
          ArrayNode array = shown.putArray("rows");
          rows.forEach(row -> array.addObject().put("row", row.get(0)).put("line", row.get(1)).put("column", row.get(2))
              .put("rule", row.get(3)).put("detail", row.get(4)).put("raw", row.get(5)).put("runId", row.get(6)));
          mend(here, entry).forEach(shown.putArray("mend")::add);
          console().answer(Document.text(document));
          return Exit.DONE;
        }
        print(here, entry, rows);
        return Exit.DONE;
      }
    }

    private void print(Installation here, Entry entry, List<List<String>> rows) throws IOException {
      console().answer(entry.reason() + " · " + entry.dataset() + " · "
          + entry.rows().map(count -> Figures.count(count) + (count == 1 ? " row" : " rows")).orElse("the whole object") + " · contract " + entry.contractVersion());
      console().answer("  " + entry.object() + (entry.version().isEmpty() ? "" : ", version " + entry.version()));
      for (List<String> row : rows) {
        if (row.get(0) != null) {
          console().answer("  row " + row.get(0) + (row.get(1) == null ? "" : ", line " + row.get(1)) + (row.get(2) == null ? "" : ", column " + row.get(2)));
        }
        console().answer("        why    " + row.get(4));
        if (row.get(5) != null) {
          console().answer("        found  " + row.get(5).strip());
        }
      }
      ReasonPage.of(ReasonPage.folder(surroundings()), entry.reason()).meaning().ifPresent(text -> console().answer("  means  " + text));
      List<String> mend = mend(here, entry);
      for (int i = 0; i < mend.size(); i++) {
        console().answer((i == 0 ? "  mend   " : "         ") + mend.get(i));
      }
    }
  }

  @Command(name = "discard", description = "Mark an entry as left alone; its rows stay where they are.")
  static final class DiscardCommand extends InstallationCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "As quarantine list prints it.")
    String id;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why nobody has to mend it.")
    String reason;

    @Override
    Exit execute() throws Exception {
      try (Installation here = open()) {
        Entry entry = find(here, id);
        boolean marked = discards(here).mark(entry, reason);
        if (json) {
          console().answer(Document.text(json(here.document("quarantine-discard"), entry).put("marked", marked)));
        } else {
          console().answer(console().mark(Console.Mark.OK) + (marked ? " Marked " + id + ". Its rows stay; list shows them with --all." : " " + id + " was marked before; that mark stands."));
        }
        return Exit.DONE;
      }
    }
  }
}
