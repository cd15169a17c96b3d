package sluice.report;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Draws the pictures of the README from invented data, light and dark:
 * {@code java -cp report/target/classes:report/target/test-classes:… sluice.report.Pictures docs/images}.
 */
public final class Pictures {
  private static final int WIDTH = 1120;
  private static final int HEIGHT = 1120;

  private Pictures() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Path html = Files.createTempFile("report", ".html");
    try (Browser browser = new Browser(Browser.find(System.getenv()).orElseThrow())) {
      Files.writeString(html, Report.html(Sample.clean()));
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        Page page = browser.open(new NewContextOptions().setViewportSize(WIDTH, HEIGHT).setColorScheme(scheme));
        page.navigate(html.toUri().toString());
        String name = "report-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
        SmallPng.write(page.screenshot(), folder.resolve(name));
      }
    } finally {
      Files.delete(html);
    }
  }
}
