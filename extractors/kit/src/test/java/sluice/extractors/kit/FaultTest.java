package sluice.extractors.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FaultTest {
  @Test
  void noTwoFaultsShareACode() {
    assertThat(Arrays.stream(Fault.values()).map(Fault::code)).doesNotHaveDuplicates().allMatch(code -> code.matches("S[1-4][0-9]{2}"));
  }

  @Test
  void anExceptionCarriesItsFaultAndBeginsWithItsCode() {
    Throwable cause = new RuntimeException();
    assertThat(new SourceChangedException(Fault.NO_TOTAL, "page 3 has no total", cause))
        .hasMessage("S107 page 3 has no total").hasCause(cause)
        .extracting(SourceException::fault).isEqualTo(Fault.NO_TOTAL);
  }
}
