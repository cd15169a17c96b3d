package sluice.lake.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionEnvironmentTest {
  @Test
  void saysWhatIsThere() {
    FunctionEnvironment environment = new FunctionEnvironment(Map.of("SLUICE_LEDGER_TABLE", "ledger", "SLUICE_SWEEP_AGE", " "));
    assertThat(environment.ledgerTable()).isEqualTo("ledger");
    assertThat(environment.optional("SLUICE_SWEEP_AGE", "PT1H")).isEqualTo("PT1H");
  }

  @Test
  void namesTheVariableThatIsMissing() {
    assertThatThrownBy(new FunctionEnvironment(Map.of("SLUICE_LEDGER_TABLE", " "))::ledgerTable)
        .hasMessage("expected the name of the ledger's table in SLUICE_LEDGER_TABLE, found nothing");
    assertThatThrownBy(new FunctionEnvironment(Map.of())::stateMachineArn).hasMessageContaining("SLUICE_STATE_MACHINE_ARN");
  }
}
