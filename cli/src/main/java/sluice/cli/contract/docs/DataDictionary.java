package sluice.cli.contract.docs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import sluice.lake.contract.Column;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Freshness;
import sluice.lake.contract.Pii;

/** All datasets and their columns as one page of Markdown, for people who look for data. */
final class DataDictionary {
  private DataDictionary() {}

  static String of(Collection<Contract> contracts) {
    StringBuilder page = new StringBuilder("""
        # Data dictionary

        Written by `./sluice contract docs` from the files in `contracts/`; change those instead.
        A type says what a column's text means; in the validated zone every column is text.

        """);
    row(page, List.of("dataset", "version", "owner", "load", "key", "files", "fresh within"));
    row(page, List.of("---", "---:", "---", "---", "---", "---", "---"));
    for (Contract contract : contracts) {
      row(page, List.of("[" + contract.dataset() + "](#" + contract.dataset() + ")", String.valueOf(contract.version()), cell(contract.owner()),
          word(contract.load()), String.join(", ", contract.key().stream().map(DataDictionary::code).toList()), contract.format().word(),
          contract.freshness().map(Freshness::text).orElse("–")));
    }
    contracts.forEach(contract -> dataset(page, contract));
    page.append("\n## In every table\n\n");
    row(page, List.of("column", "description"));
    row(page, List.of("---", "---"));
    TableColumns.own().forEach((name, description) -> row(page, List.of(code(name), cell(description))));
    return page.toString();
  }

  private static void dataset(StringBuilder page, Contract contract) {
    page.append("\n## ").append(contract.dataset()).append("\n\n").append(contract.description()).append("\n\n");
    row(page, List.of("column", "type", "value", "description"));
    row(page, List.of("---", "---", "---", "---"));
    for (Column column : contract.columns()) {
      row(page, List.of(code(column.name()), column.type().toString(), cell(value(column)), cell(column.description())));
    }
  }

  private static String value(Column column) {
    List<String> words = new ArrayList<>();
    words.add(column.nullable() ? "may be empty" : "always");
    if (column.required() == column.nullable()) {
      words.add(column.required() ? "column required" : "column optional");
    }
    if (!column.header().equals(column.name())) {
      words.add("in files " + code(column.header()));
    }
    if (!column.allowed().isEmpty()) {
      words.add("one of " + String.join(", ", column.allowed().stream().map(DataDictionary::code).toList()));
    }
    column.pattern().ifPresent(pattern -> words.add("matches " + code(pattern)));
    if (column.pii() != Pii.KEEP) {
      words.add("personal: " + word(column.pii()));
    }
    return String.join("; ", words);
  }

  private static void row(StringBuilder page, List<String> cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String code(String text) {
    return "`" + cell(text).replace('`', '\'') + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replaceAll("\\s+", " ").strip();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
