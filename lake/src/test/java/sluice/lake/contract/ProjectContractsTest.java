package sluice.lake.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.DatasetName;

class ProjectContractsTest {
  @TempDir Path folder;

  @Test
  void everyContractOfTheProjectIsValidAndBundled() {
    Map<DatasetName, Contract> contracts = Contracts.readAll(Path.of("../contracts"));
    assertThat(contracts.keySet()).extracting(DatasetName::value).contains("currency_rates", "devitjobs", "nofluffjobs");
    contracts.forEach((name, contract) -> assertThat(Contracts.bundled(name)).isEqualTo(contract));
    assertThat(Contracts.bundled()).isEqualTo(contracts);
  }

  @Test
  void theExampleInTheDocumentationIsAContract() throws IOException {
    String page = Files.readString(Path.of("../docs/contracts.md"));
    String example = page.substring(page.indexOf("```yaml\n") + 8).replaceFirst("(?s)\n```.*", "\n");
    assertThat(Contracts.read(Files.writeString(folder.resolve("orders.yml"), example)).columnNames())
        .containsExactly("order_id", "country", "email");
  }
}
