package sluice.local.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OriginTest {
  @Test
  void rowsOfDifferentOriginsNeverShareAState() {
    assertThat(new Origin.Sample(7).worldName()).isEqualTo("sample-7");
    assertThat(new Origin.Sample(8).worldName()).isEqualTo("sample-8");
    assertThat(new Origin.Live().worldName()).isEqualTo("live");
    assertThat(new Origin.Recorded(Path.of("/a")).worldName()).isNotEqualTo(new Origin.Recorded(Path.of("/b")).worldName());
  }

  @Test
  void theSameFolderIsTheSameOriginHoweverItIsWritten() {
    assertThat(new Origin.Recorded(Path.of("/a/../a/b")).worldName()).isEqualTo(new Origin.Recorded(Path.of("/a/b")).worldName());
  }
}
