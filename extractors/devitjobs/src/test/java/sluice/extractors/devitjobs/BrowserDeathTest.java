package sluice.extractors.devitjobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.extractors.kit.SourceUnavailableException;

/** Browsers that do not start, and one that is killed while it is read: the world's fault, to be tried again. */
class BrowserDeathTest {
  @TempDir Path scratch;

  @Test
  void aBrowserThatDiesWhileItIsReadIsReported() throws IOException {
    Chromium chromium = TestChromium.required(scratch);
    Set<Long> before = pids();
    try (TestBoard board = TestBoard.of(200);
        ChromiumBrowser browser = ChromiumBrowser.open(chromium, board.egress(), board.settings().url());
        Tab tab = browser.tab(board.egress())) {
      ListReading reading = new ListReading(new ListPage(tab.page()).open(board.settings()), board.settings().bounds());
      assertThatThrownBy(() -> reading.read(card -> killBrowsers(before), () -> Duration.ofMinutes(5)))
          .isInstanceOf(SourceUnavailableException.class).hasMessageStartingWith("S203 the page died while it was read: ");
      assertThatThrownBy(() -> browser.tab(board.egress()))
          .isInstanceOf(SourceUnavailableException.class).hasMessageStartingWith("S203 Chromium opened no tab: ");
    }
  }

  @Test
  void aBrowserThatDoesNotStartIsNamed() {
    Chromium chromium = new Chromium(Path.of("/bin/false"), TestChromium.required(scratch).driver(), scratch);
    try (TestBoard board = TestBoard.of(1)) {
      assertThatThrownBy(() -> ChromiumBrowser.open(chromium, board.egress(), board.settings().url()))
          .isInstanceOf(SourceUnavailableException.class).hasMessageStartingWith("S203 Chromium did not start from /bin/false: ");
    }
    assertThat(scratch).isEmptyDirectory();
  }

  private static void killBrowsers(Set<Long> before) {
    ProcessHandle.current().descendants().filter(process -> !before.contains(process.pid()))
        .filter(process -> process.info().command().orElse("").contains("chrom"))
        .forEach(ProcessHandle::destroyForcibly);
  }

  private static Set<Long> pids() {
    return ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
  }
}
