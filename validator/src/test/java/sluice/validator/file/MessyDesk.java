package sluice.validator.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import sluice.lake.contract.Column;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Drift;
import sluice.lake.contract.Format;
import sluice.lake.contract.LogicalType;
import sluice.lake.contract.Pii;

/** Lays other people's files before the gate, each under the contract that {@code docs/messy-files.md} says. */
final class MessyDesk {
  static final List<String> ENDINGS = List.of(".csv", ".json", ".parquet");

  private final Desk desk;

  MessyDesk(Path folder) {
    desk = new Desk(folder);
  }

  /** @param file whose name has one of the {@link #ENDINGS} */
  Judgement judge(Path file) throws IOException {
    String name = file.getFileName().toString();
    String ending = ENDINGS.stream().filter(name::endsWith).findFirst().orElseThrow();
    Contract contract = switch (ending) {
      case ".csv" -> csv(file);
      case ".json" -> Desk.contract(new Format.JsonArray(), "id string");
      // Nothing is known of these files, so every column is unlisted and the key is there for the rule only.
      default -> Desk.contract(new Format.Parquet(), Drift.STANDARD, List.of(Desk.column("id string"), Desk.column("int_col int")));
    };
    return desk.judge(contract, "a" + ending, file);
  }

  /** The contract lists what the first line seems to name, split at every comma. */
  private static Contract csv(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    String[] names = text.lines().findFirst().orElse("").replace("\"", "").split(",");
    List<Column> columns = IntStream.range(0, Math.max(1, names.length)).mapToObj(at -> new Column("c" + at,
        new String(names[at].getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8), LogicalType.STRING, false, true, List.of(),
        Optional.empty(), Pii.KEEP, "")).toList();
    return Desk.contract(Format.Csv.STANDARD, Drift.STANDARD, columns);
  }
}
