package sluice.quality.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sluice.lake.DatasetName;
import sluice.lake.contract.Contract;
import sluice.quality.sql.References;
import sluice.quality.sql.TableColumns;

/**
 * All rules of a build.
 *
 * <p>A contract's rules are about what was delivered, a mart's about what was built; neither moves when a mart happens to have
 * the name of a dataset.
 */
public record Library(Map<DatasetName, Contract> contracts, List<RuleBook> marts) {
  /** Where the validated tables are. */
  public static final String VALIDATED_DATABASE = "sluice_validated";

  /** The tables that have rules: the datasets first. */
  public List<RuleBook> books() {
    return Stream.concat(contracts.values().stream().map(RuleBook.Delivered::new), marts.stream())
        .filter(book -> !book.texts().isEmpty())
        .toList();
  }

  /** The validated tables, which the rules of each of them may name. */
  public References deliveries() {
    return new References() {
      @Override
      public Optional<Reference> find(String name) {
        return contracts.values().stream().filter(contract -> contract.dataset().value().equals(name)).findFirst()
            .map(contract -> Reference.of(VALIDATED_DATABASE, name, TableColumns.of(contract)));
      }

      @Override
      public List<String> names() {
        return contracts.keySet().stream().map(DatasetName::value).toList();
      }
    };
  }
}
