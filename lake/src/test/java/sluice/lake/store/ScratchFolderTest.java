package sluice.lake.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
  @TempDir Path parent;

  @Test
  void isGoneWithAllThatIsInItWhenTheWorkHasEnded() throws IOException {
    try (ScratchFolder scratch = ScratchFolder.in(parent, "work")) {
      Files.writeString(Files.createDirectories(scratch.path().resolve("deep/er")).resolve("file"), "x");
      assertThat(scratch.path()).isNotEmptyDirectory().hasParent(parent);
    }
    assertThat(parent).isEmptyDirectory();
  }
}
