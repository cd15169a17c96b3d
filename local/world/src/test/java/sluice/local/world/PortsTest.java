package sluice.local.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void findsAPortOfTheLoopbackAddress() throws IOException {
    assertThat(Ports.free()).isBetween(1024, 65535);
    assertThat(Ports.familiarOrFree()).isBetween(1024, 65535);
  }
}
