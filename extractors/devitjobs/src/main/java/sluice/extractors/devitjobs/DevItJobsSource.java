package sluice.extractors.devitjobs;

import java.io.IOException;
import java.net.URI;
import java.util.OptionalLong;
import sluice.extractors.kit.Budget;
import sluice.extractors.kit.Cursor;
import sluice.extractors.kit.Progress;
import sluice.extractors.kit.RowWriter;
import sluice.extractors.kit.Source;
import sluice.extractors.kit.http.Egress;

/** Reads the job board by driving a browser through its list: all of it in one leg, or an exception that says why not. */
final class DevItJobsSource implements Source {
  private final BrowserSettings settings;
  private final URI site;
  private final Egress egress;
  private final Chromium chromium;

  DevItJobsSource(BrowserSettings settings, URI site, Egress egress, Chromium chromium) {
    this.settings = settings;
    this.site = site;
    this.egress = egress;
    this.chromium = chromium;
  }

  @Override
  public Progress read(Cursor from, RowWriter out, Budget budget) throws IOException {
    try (ChromiumBrowser browser = ChromiumBrowser.open(chromium, egress, settings.url()); Tab tab = browser.tab(egress)) {
      ListPage page = new ListPage(tab.page()).open(settings);
      OptionalLong stated = new ListReading(page, settings.bounds()).read(new AdvertRows(out, site), budget);
      return new Progress.Finished(stated);
    }
  }
}
