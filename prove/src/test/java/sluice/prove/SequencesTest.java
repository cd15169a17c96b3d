package sluice.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.prove.faults.EventSequences;
import sluice.prove.faults.ReplaySequences;
import sluice.prove.job.Site;

class SequencesTest {
  private final Site site = new Site();
  @TempDir Path folder;

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void howeverOftenAndInWhateverOrderEventsComeTheSameRowsAreLetIn() throws Exception {
    assertThat(new EventSequences(folder, site).sweep().broken()).isEmpty();
  }

  @Test
  void aReplayLetsNothingInTwiceWheneverItComes() throws Exception {
    assertThat(new ReplaySequences(folder, site).sweep().broken()).isEmpty();
  }
}
