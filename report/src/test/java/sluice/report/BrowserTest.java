package sluice.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page as a real Chromium shows it. */
class BrowserTest {
  private static final String SKIPPED = "no Chromium at SLUICE_CHROMIUM, /usr/bin/chromium or on the PATH: the page is not looked at in a browser";

  private static final Map<String, Shown> SHOWN = new HashMap<>();

  @TempDir static Path folder;
  private static Browser browser;
  private static String looks;

  @BeforeAll
  static void start() throws IOException {
    Optional<Path> chromium = Browser.find(System.getenv());
    if (chromium.isEmpty()) {
      System.err.println("skipped: " + SKIPPED);
    }
    assumeTrue(chromium.isPresent(), SKIPPED);
    browser = new Browser(chromium.get());
    looks = new String(BrowserTest.class.getResourceAsStream("looks.js").readAllBytes(), StandardCharsets.UTF_8);
    Pages.main(new String[] {folder.toString()});
    Files.writeString(folder.resolve("hostile.html"), Report.html(Hostile.model()));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  static Stream<String> samples() {
    return Stream.concat(Pages.samples().keySet().stream(), Stream.of("hostile"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void asksNobodyAndComplainsAboutNothing(String sample) {
    Shown shown = shown(sample);

    assertThat(shown.requests()).containsExactly(address(sample));
    assertThat(shown.complaints()).isEmpty();
    assertThat(shown.page().evaluate("window.broken === undefined")).isEqualTo(true);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void fitsAPhone(String sample) {
    Page page = shown(sample).page();
    page.setViewportSize(400, 800);

    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(400);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyTextIsLargeAndStandsOut(String sample) {
    Page page = shown(sample).page();
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));

      assertThat((List<?>) page.evaluate(looks)).as("%s, %s", sample, scheme).isEmpty();
    }
  }

  @Test
  void onAPhoneProblemsAreCards() {
    Page page = open("partial", new NewContextOptions().setViewportSize(400, 800));

    assertThat(page.evaluate("getComputedStyle(document.querySelector('#problems tbody tr')).display")).isEqualTo("block");
    assertThat(page.evaluate("getComputedStyle(document.querySelector('#problems td'), '::before').content")).isEqualTo("\"level  \"");
    page.context().close();
  }

  @Test
  void theCurrencySwitchShowsOneCurrency() {
    Page page = open("partial", new NewContextOptions());
    assertThat(visibleCurrencies(page)).isEqualTo("in pln, in pln");

    page.locator("label[for=show-eur]").click();

    assertThat(visibleCurrencies(page)).isEqualTo("in eur, in eur");
    page.context().close();
  }

  @Test
  void sortsByTheKeyboard() {
    Page page = open("partial", new NewContextOptions());
    String firstCell = "document.querySelector('#chart-pay-by-technology-pln tbody td').textContent";
    page.evaluate("document.querySelector('#chart-pay-by-technology-pln details').open = true");
    assertThat(page.evaluate(firstCell)).isEqualTo("Go");

    page.locator("#chart-pay-by-technology-pln th button").nth(1).focus();
    page.keyboard().press("Enter");

    assertThat(page.evaluate(firstCell)).isEqualTo("Angular");
    assertThat(page.locator("#chart-pay-by-technology-pln th[aria-sort=ascending]").textContent()).isEqualTo("postings with pay");
    page.context().close();
  }

  @Test
  void copiesTheCommand() {
    Page page = open("partial", new NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")));

    page.locator(".advice .copy").click();

    page.locator(".advice .copy").getByText("copied").waitFor();
    assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("./sluice run");
    page.context().close();
  }

  @Test
  void aLinkIntoAClosedPlaceOpensIt() {
    Page page = open("partial", new NewContextOptions());
    String id = (String) page.evaluate("document.querySelector('#quality details tbody tr[id]').id");

    page.navigate(address("partial") + "#" + id);

    assertThat(page.evaluate("document.getElementById('" + id + "').closest('details').open")).isEqualTo(true);
    page.context().close();
  }

  @Test
  void printShowsWhatIsFoldedAndIsNotDark() {
    Page page = open("partial", new NewContextOptions().setColorScheme(ColorScheme.DARK).setViewportSize(720, 1000));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

    assertThat(page.evaluate("document.querySelector('#chart-where-the-time-went table').checkVisibility()")).isEqualTo(true);
    assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor")).isEqualTo("rgb(255, 255, 255)");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(720);
    page.context().close();
  }

  @Test
  void withoutAScriptEverythingButTheButtonsIsThere() {
    Page page = open("partial", new NewContextOptions().setJavaScriptEnabled(false));

    assertThat(page.locator("h1").textContent()).contains("PARTIAL");
    assertThat(page.locator(".copy").first().isVisible()).isFalse();
    assertThat(page.locator("#problems .command code").first().isVisible()).isTrue();
    page.context().close();
  }

  @Test
  void findsChromiumWhereItIsNamed(@TempDir Path bin) throws IOException {
    Path named = Files.createFile(bin.resolve("chromium"));
    assertThat(named.toFile().setExecutable(true)).isTrue();

    assertThat(Browser.find(Map.of("SLUICE_CHROMIUM", named.toString()))).contains(named);
  }

  private static Object visibleCurrencies(Page page) {
    return page.evaluate("[...document.querySelectorAll('.in')].filter(e => e.checkVisibility()).map(e => e.className).join(', ')");
  }

  /** A sample's page, opened once for all that look at it, with what it asked for and complained about. */
  private record Shown(Page page, List<String> requests, List<String> complaints) {}

  private static Shown shown(String sample) {
    return SHOWN.computeIfAbsent(sample, name -> {
      Shown shown = new Shown(browser.open(new NewContextOptions()), new ArrayList<>(), new ArrayList<>());
      shown.page().onRequest(request -> shown.requests().add(request.url()));
      shown.page().onConsoleMessage(message -> shown.complaints().add(message.text()));
      shown.page().onPageError(shown.complaints()::add);
      shown.page().navigate(address(name));
      return shown;
    });
  }

  private static Page open(String sample, NewContextOptions options) {
    Page page = browser.open(options);
    page.navigate(address(sample));
    return page;
  }

  private static String address(String sample) {
    return folder.resolve(sample + ".html").toUri().toString();
  }
}
