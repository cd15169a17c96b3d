package sluice.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.attr;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.each;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.nothing;
import static sluice.report.html.Markup.number;
import static sluice.report.html.Markup.percent;
import static sluice.report.html.Markup.text;
import static sluice.report.html.Markup.verbatim;

import java.util.List;
import org.junit.jupiter.api.Test;

class WriterTest {
  @Test
  void writesTagsWithTheirAttributesAndContent() {
    Node node = el("p", css("note"), text("a "), el("b", "c"));

    assertThat(Writer.write(node)).isEqualTo("<p class=\"note\">a <b>c</b></p>");
  }

  @Test
  void findsAttributesInsideOfGroups() {
    Node node = el("td", all(attr("data-v", 12), text("twelve")));

    assertThat(Writer.write(node)).isEqualTo("<td data-v=\"12\">twelve</td>");
  }

  @Test
  void escapesTextAndAttributes() {
    Node node = el("a", attr("title", "\"><script>"), text("<img src=x onerror='alert(1)'> & so"));

    assertThat(Writer.write(node)).isEqualTo(
        "<a title=\"&quot;&gt;&lt;script&gt;\">&lt;img src=x onerror=&#39;alert(1)&#39;&gt; &amp; so</a>");
  }

  @Test
  void replacesWhatCannotBeSeenOrTurnsTheReadingDirection() {
    assertThat(Writer.write(text("a\u0000b\u0007c\u202Ed\u2066e\uD800f\u0085g"))).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFDg");
  }

  @Test
  void keepsLettersOfEveryScript() {
    assertThat(Writer.write(text("Łódź 東京 😀\tx\n"))).isEqualTo("Łódź 東京 😀\tx\n");
  }

  @Test
  void closesNoTagThatHasNoEnd() {
    assertThat(Writer.write(all(el("meta", attr("charset", "utf-8")), el("br"), nothing()))).isEqualTo("<meta charset=\"utf-8\"><br>");
  }

  @Test
  void closesEmptyShapesInThemselvesAndOthersNot() {
    assertThat(Writer.write(el("svg", el("rect", attr("x", 1)), el("rect", el("title", "t")), el("g"))))
        .isEqualTo("<svg><rect x=\"1\"/><rect><title>t</title></rect><g></g></svg>");
  }

  @Test
  void writesOurOwnScriptAsItIs() {
    assertThat(Writer.write(el("script", verbatim("a && b")))).isEqualTo("<script>a && b</script>");
  }

  @Test
  void refusesAnAttributeThatBelongsToNothing() {
    assertThatThrownBy(() -> Writer.write(all(css("lost"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("attribute \"class\" stands outside of an element's own parts");
  }

  @Test
  void repeatsForEachItem() {
    assertThat(Writer.write(each(List.of(1, 2), n -> el("i", "" + n)))).isEqualTo("<i>1</i><i>2</i>");
  }

  @Test
  void writesNumbersShortAndTheSameOnEveryMachine() {
    assertThat(number(12)).isEqualTo("12");
    assertThat(number(12.5)).isEqualTo("12.5");
    assertThat(number(1.0 / 3)).isEqualTo("0.33");
    assertThat(number(-0.001)).isEqualTo("0");
    assertThat(number(100)).isEqualTo("100");
    assertThat(percent(0.1234567)).isEqualTo("12.35%");
  }
}
