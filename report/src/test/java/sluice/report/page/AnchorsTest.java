package sluice.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sluice.report.html.Writer;

class AnchorsTest {
  @Test
  void namesStayTheSame() {
    assertThat(Anchors.slug("q-7f3a91")).isEqualTo("q-7f3a91");
    assertThat(Anchors.slug("S301")).isEqualTo("s301");
    assertThat(Anchors.slug("rule-pay_is plausible!")).isEqualTo("rule-pay-is-plausible");
    assertThat(Anchors.slug("\"><script>")).isEqualTo("script");
    assertThat(Anchors.slug("…")).isEqualTo("x");
  }

  @Test
  void noNameIsGivenTwice() {
    Anchors anchors = new Anchors();

    assertThat(anchors.claim("S301")).isEqualTo("s301");
    assertThat(anchors.claim("s301")).isEqualTo("s301-2");
    assertThat(anchors.claim("S301")).isEqualTo("s301-3");
  }

  @Test
  void linksGoOnlyIntoThePageOrToHttps() {
    assertThat(Writer.write(Links.to("#q-1", "rows"))).isEqualTo("<a href=\"#q-1\">rows</a>");
    assertThat(Writer.write(Links.to("https://example.org/a?b=\"c", "advert")))
        .isEqualTo("<a href=\"https://example.org/a?b=&quot;c\" rel=\"noopener noreferrer\">advert</a>");
    assertThat(Writer.write(Links.to("javascript:alert(1)", "advert"))).isEqualTo("advert: javascript:alert(1)");
    assertThat(Writer.write(Links.to("http://example.org", "advert"))).isEqualTo("advert: http://example.org");
    assertThat(Writer.write(Links.to("", "advert"))).isEmpty();
  }
}
