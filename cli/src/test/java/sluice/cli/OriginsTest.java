package sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.local.world.Origin;

class OriginsTest {
  @TempDir
  Path folder;

  @Test
  void everyOriginReadsBackAsItself() {
    for (Origin origin : new Origin[] {new Origin.Sample(7), new Origin.Recorded(folder), new Origin.Live()}) {
      assertThat(Origins.parse(Origins.text(origin))).isEqualTo(origin);
    }
  }

  @Test
  void generatesSampleRowsWhenNothingIsAskedFor() {
    assertThat(Origins.chosen(null, null)).isEqualTo(new Origin.Sample(7));
    assertThat(Origins.chosen(null, 9L)).isEqualTo(new Origin.Sample(9));
  }

  @Test
  void takesAFolderThatHoldsEverySourcesRecordings() throws IOException {
    for (String part : new String[] {"nofluffjobs/api_search", "devitjobs_family", "fx"}) {
      Files.createDirectories(folder.resolve(part));
    }

    assertThat(Origins.chosen(folder, null)).isEqualTo(new Origin.Recorded(folder));
  }

  @Test
  void refusesAFolderThatIsNoRecordedData() {
    assertThatThrownBy(() -> Origins.chosen(folder, null))
        .isInstanceOfSatisfying(CommandException.class, problem -> assertThat(problem.exit()).isEqualTo(Exit.WRONG_INPUT))
        .hasMessage("error[W011]: --data " + folder + " is not a folder of recorded data; expected a folder with nofluffjobs/api_search/, "
            + "devitjobs_family/ and fx/; found a folder without nofluffjobs/api_search/");
  }

  @Test
  void refusesBothKindsOfRowsAtOnce() {
    assertThatThrownBy(() -> Origins.chosen(folder, 3L)).hasMessageStartingWith("error[W010]: --data and --seed exclude each other");
  }
}
