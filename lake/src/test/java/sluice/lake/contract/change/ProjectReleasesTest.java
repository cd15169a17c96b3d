package sluice.lake.contract.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import sluice.lake.contract.Contracts;

class ProjectReleasesTest {
  private static final Path CONTRACTS = Path.of("../contracts");

  @Test
  void noReleasedContractWasEditedAndEachLiveOneFollowsIts() {
    assertThat(new ReleasedContracts(CONTRACTS).problems(Contracts.readAll(CONTRACTS).values())).isEmpty();
  }
}
