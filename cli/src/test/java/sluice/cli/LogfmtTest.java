package sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogfmtTest {
  @Test
  void writesOneLineWithTheTimeInSeconds() {
    String line = Logfmt.line(Instant.parse("2026-11-21T09:15:07.123Z"), "extract.devitjobs", "done", "rows", 300, "seconds", 7.3);

    assertThat(line).isEqualTo("2026-11-21T09:15:07Z extract.devitjobs done rows=300 seconds=7.3");
  }

  @Test
  void quotesAValueThatWouldOtherwiseBreakTheLine() {
    String line = Logfmt.line(Instant.EPOCH, "world", "ready", "at", "two words \"quoted\"", "empty", "");

    assertThat(line).endsWith("at=\"two words 'quoted'\" empty=\"\"");
  }
}
