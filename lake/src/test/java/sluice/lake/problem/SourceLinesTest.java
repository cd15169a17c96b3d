package sluice.lake.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceLinesTest {
  @Test
  void findsFilesByTheNamesThatProblemsGiveThem(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.yml"), "one\ntwo\n");
    assertThat(SourceLines.in(folder).lines("a.yml")).containsExactly("one", "two");
    assertThat(SourceLines.in(Path.of("elsewhere")).lines(file.toString())).hasSize(2);
  }

  @Test
  void doesWithoutAFileThatIsNotThereOrNoText(@TempDir Path folder) throws IOException {
    Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThat(SourceLines.in(folder).lines("gone")).isEmpty();
    assertThat(SourceLines.in(folder).lines("a\u0000b")).isEmpty();
    assertThat(SourceLines.in(folder).lines("binary")).isEmpty();
  }
}
