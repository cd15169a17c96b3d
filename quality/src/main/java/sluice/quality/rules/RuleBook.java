package sluice.quality.rules;

import java.util.List;
import java.util.stream.Stream;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Quality;
import sluice.quality.dqdl.RulesText;
import sluice.quality.dqdl.Severity;

/** The rules of one table, as they are written. */
public sealed interface RuleBook {
  /** The table's name without its database; also the dataset that metrics are told apart by. */
  String name();

  /** What people call the table: {@code validated.<dataset>}, and a mart by its name. */
  String title();

  List<RulesText> texts();

  /** What a source delivered and the gate accepted. */
  record Delivered(Contract contract) implements RuleBook {
    @Override
    public String name() {
      return contract.dataset().value();
    }

    @Override
    public String title() {
      return "validated." + name();
    }

    @Override
    public List<RulesText> texts() {
      return RuleBook.texts("contracts/" + name() + ".yml", "quality.", contract.quality());
    }
  }

  /** A mart that was built and is not published yet. */
  record Built(String name, Quality quality) implements RuleBook {
    @Override
    public String title() {
      return name;
    }

    @Override
    public List<RulesText> texts() {
      return RuleBook.texts("quality/rules/" + name + ".yml", "", quality);
    }
  }

  private static List<RulesText> texts(String file, String path, Quality quality) {
    return Stream.of(
            new RulesText(file, quality.fail().line(), path + "fail", Severity.FAIL, quality.fail().text()),
            new RulesText(file, quality.warn().line(), path + "warn", Severity.WARN, quality.warn().text()))
        .filter(text -> !text.text().isBlank())
        .toList();
  }
}
