package sluice.cli.contract.docs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.cli.contract.YamlText;
import sluice.lake.contract.Contract;

/** The dbt source of a dataset's validated table, all columns text, as the yml beside its staging model. */
final class DbtSource {
  private static final Pattern GRAIN = Pattern.compile("(?s)(.*)(One row per [^.]+)\\.\\s*");

  private DbtSource() {}

  static String of(Contract contract) {
    StringBuilder yml = new StringBuilder("""
        # Written by ./sluice contract docs; change contracts/%s.yml instead.
        sources:
          - name: sluice_validated
            database: awsdatacatalog
            schema: sluice_validated
            tables:
              - name: %s
                description: %s
                columns:
        """.formatted(contract.dataset(), YamlText.value(contract.dataset().value()), YamlText.value(description(contract))));
    TableColumns.of(contract).forEach((name, description) -> yml.append("""
                  - name: %s
                    description: %s
                    data_type: string
        """.formatted(YamlText.value(name), YamlText.value(description))));
    return yml.toString();
  }

  /** The table keeps what each run read, so its grain is finer than the dataset's. */
  private static String description(Contract contract) {
    Matcher grain = GRAIN.matcher(contract.description());
    return grain.matches()
        ? grain.group(1) + grain.group(2) + ", for each run that read it."
        : contract.description() + " One row per " + String.join(" and ", contract.key()) + ", for each run that read it.";
  }
}
