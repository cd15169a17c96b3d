package sluice.lake.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.lake.DatasetName;

class ProjectContractsTest {
  @Test
  void everyContractOfTheProjectIsValidAndBundled() {
    Map<DatasetName, Contract> contracts = Contracts.readAll(Path.of("../contracts"));
    assertThat(contracts.keySet()).extracting(DatasetName::value).contains("currency_rates", "devitjobs", "nofluffjobs");
    contracts.forEach((name, contract) -> assertThat(Contracts.bundled(name)).isEqualTo(contract));
    assertThat(Contracts.bundled()).isEqualTo(contracts);
  }
}
