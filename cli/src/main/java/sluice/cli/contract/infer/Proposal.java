package sluice.cli.contract.infer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sluice.cli.contract.YamlText;
import sluice.lake.DatasetName;

/**
 * A contract that fits a sample, for a person to finish: what only people know is marked TODO, which no reader of contracts takes.
 *
 * @param yaml the contract's text
 * @param rows how many rows it was proposed from; 0 where only a schema was read
 * @param unknown what the sample could not tell, each ending the sentence "it cannot tell …"
 */
public record Proposal(String yaml, int rows, List<String> unknown) {
  /**
   * Reads the sample.
   *
   * @throws sluice.lake.problem.InvalidInputException where no rows or schema can be found in it
   */
  public static Proposal of(Path file, DatasetName dataset) {
    Sample sample = SampleFile.read(file);
    List<String> names = ColumnNames.of(sample.headers());
    List<Guess> columns = IntStream.range(0, names.size()).mapToObj(index -> Guess.of(names.get(index), sample, index)).toList();
    Optional<List<String>> key = KeyGuess.of(columns);
    List<String> unknown = unknown(sample, columns, key);
    List<String> used = key.orElseGet(() -> List.of(columns.stream().filter(Guess::full).findFirst().orElse(columns.getFirst()).name()));
    StringBuilder yaml = new StringBuilder(comments(file, sample, unknown)).append("""
        dataset: %s
        version: 1
        description: TODO what it is. One row per TODO.
        owner: TODO
        load: append
        key: [%s]%s
        %scolumns:
        """.formatted(dataset, used.stream().map(YamlText::entry).collect(Collectors.joining(", ")),
            key.isPresent() ? "" : " # TODO more columns, or another one", sample.format()));
    columns.forEach(column -> yaml.append(entry(column, used.contains(column.name()))));
    return new Proposal(yaml.toString(), sample.rows().size(), unknown);
  }

  /** The dataset's name that a file's name suggests; empty where it suggests none. */
  public static Optional<DatasetName> nameFrom(Path file) {
    String stem = String.valueOf(file.getFileName()).replaceFirst("\\..*", "");
    String name = ColumnNames.of(List.of(stem)).getFirst();
    return name.equals("column") ? Optional.empty() : Optional.of(new DatasetName(name));
  }

  private static List<String> unknown(Sample sample, List<Guess> columns, Optional<List<String>> key) {
    List<String> unknown = new ArrayList<>(sample.remarks());
    unknown.add("whether rows stay (append), replace those with the same key (upsert) or come as a whole (snapshot)");
    unknown.add(key.map(names -> "whether " + String.join(" and ", names) + " tells all rows apart: it does in the sample")
        .orElse("which columns tell rows apart: no one or two do in the sample"));
    unknown.add("how old the newest data may be (freshness), and which values there may be (allowed, pattern)");
    columns.stream().filter(column -> column.values().isEmpty() && sample.declared().isEmpty())
        .forEach(column -> unknown.add("what " + column.name() + " holds: it has no value in the sample"));
    columns.stream().filter(Guess::looksLikeOtherDates)
        .forEach(column -> unknown.add("which day " + column.name() + " means: only ISO-8601 is read as a date, this stays text"));
    String personal = columns.stream().filter(Guess::looksPersonal).map(Guess::name).collect(Collectors.joining(", "));
    unknown.add("which values are personal (pii)" + (personal.isEmpty() ? "" : "; by the name it may be " + personal));
    if (sample.rows().size() == Sample.MOST_ROWS) {
      unknown.add("what follows after the first " + Sample.MOST_ROWS + " rows, which alone were read");
    }
    return unknown;
  }

  private static String comments(Path file, Sample sample, List<String> unknown) {
    String from = sample.declared().isEmpty() ? String.format(Locale.ROOT, "%,d rows", sample.rows().size()) : "the schema";
    StringBuilder comments = new StringBuilder("# yaml-language-server: $schema=contract.schema.json\n");
    comments.append("# Proposed from %s of %s, which cannot tell\n".formatted(from, oneLine(String.valueOf(file.getFileName()))));
    unknown.forEach(what -> comments.append("# - ").append(oneLine(what)).append('\n'));
    return comments.toString();
  }

  private static String entry(Guess column, boolean inKey) {
    StringBuilder entry = new StringBuilder("  - name: " + YamlText.value(column.name()) + "\n");
    if (!column.header().equals(column.name())) {
      entry.append("    header: ").append(YamlText.value(column.header())).append('\n');
    }
    entry.append("    type: ").append(column.type()).append('\n');
    if (column.full() || inKey) {
      entry.append("    required: true\n");
    }
    return entry.append("    description: TODO\n").toString();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
