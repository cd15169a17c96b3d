package sluice.extractors.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SnippetTest {
  @Test
  void nothingIsSaidToBeNothing() {
    assertThat(Snippet.of(new byte[0])).isEqualTo("nothing");
  }

  @Test
  void aLongTextIsCutBetweenCharacters() {
    assertThat(snippet("🚀".repeat(161))).isEqualTo("🚀".repeat(160) + " …");
    assertThat(snippet("🚀".repeat(160))).isEqualTo("🚀".repeat(160));
    assertThat(snippet("x".repeat(100_000))).isEqualTo("x".repeat(160) + " …");
  }

  @Test
  void whatCouldDisturbATerminalIsLeftOut() {
    assertThat(snippet("a\n\tb\u001b[31m\u202ec\u0000d")).isEqualTo("a b [31m c d");
  }

  private static String snippet(String text) {
    return Snippet.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
