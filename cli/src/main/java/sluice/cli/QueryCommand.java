package sluice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.cli.installation.Installation;
import sluice.lake.problem.Problem;

@Command(name = "query", description = "Ask the published marts in SQL (Athena).")
final class QueryCommand extends InstallationCommand {
  private static final Pattern POSITION = Pattern.compile("line (\\d+):(\\d+): (.*)", Pattern.DOTALL);

  @Parameters(index = "0", paramLabel = "SQL", description = "One SELECT; tables are those of sluice_curated.")
  String sql;

  @Option(names = "--limit", paramLabel = "ROWS", description = "At most this many rows (default ${DEFAULT-VALUE}).", defaultValue = "1000")
  int limit;

  @Override
  Exit execute() throws Exception {
    try (Installation here = open()) {
      Athena.Answer answer = new Athena(here).query(sql, limit);
      if (json) {
        console().answer(Document.text(document(here, answer)));
      } else {
        print(answer);
      }
      return Exit.DONE;
    } catch (Athena.RefusedException e) {
      throw new CommandException(Exit.WRONG_INPUT, refused(e.getMessage()));
    }
  }

  private ObjectNode document(Installation here, Athena.Answer answer) {
    ObjectNode document = here.document("query");
    ArrayNode columns = document.putArray("columns");
    answer.columns().forEach(column -> columns.addObject().put("name", column.name()).put("type", column.type()));
    ArrayNode rows = document.putArray("rows");
    for (List<String> row : answer.rows()) {
      ArrayNode values = rows.addArray();
      for (int i = 0; i < row.size(); i++) {
        Values.add(values, answer.columns().get(i).type(), row.get(i));
      }
    }
    document.put("scannedBytes", answer.scannedBytes());
    document.put("seconds", Figures.decimal(answer.took()));
    document.put("truncated", answer.cut() == Athena.Cut.TRUNCATED);
    return document;
  }

  private void print(Athena.Answer answer) {
    Table table = new Table(answer.columns().stream()
        .map(column -> new Table.Column(column.name(), Values.isNumber(column.type()) ? Table.Align.RIGHT : Table.Align.LEFT)).toList());
    answer.rows().forEach(row -> table.row(row.stream().map(value -> value == null ? "" : value.replace('\n', ' ')).toList()));
    table.lines(console().isLive() ? 160 : 1000).forEach(console()::answer);
    String cut = answer.cut() == Athena.Cut.TRUNCATED ? " (there are more: --limit)" : "";
    console().answer(Figures.count(answer.rows().size()) + (answer.rows().size() == 1 ? " row" : " rows") + cut + " · " + Figures.seconds(answer.took()));
  }

  /** The engine's line and column point into what the person typed. */
  private Problem refused(String message) {
    Matcher matcher = POSITION.matcher(message == null ? "" : message);
    if (!matcher.find()) {
      return Problem.error("W030", "the query was refused: " + message);
    }
    int line = Integer.parseInt(matcher.group(1));
    int column = Integer.parseInt(matcher.group(2));
    String text = sql.lines().skip(line - 1L).findFirst().orElse("");
    return Problem.error("W030", "the query was refused: " + matcher.group(3))
        .at("SQL", line, column)
        .found(text + "\n" + " ".repeat(Math.max(0, column - 1)) + "^");
  }
}
