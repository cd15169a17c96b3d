package sluice.extractors.devitjobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import sluice.extractors.kit.RowWriter;
import sluice.lake.json.Json;

/** Writes cards as rows of the contract, as they were shown; a column that the card does not show stays null. */
final class AdvertRows implements ListReading.Adverts {
  private final RowWriter out;
  private final URI site;

  /** {@code site} is where adverts live for everyone, even when this copy of the list was read elsewhere. */
  AdvertRows(RowWriter out, URI site) {
    this.out = out;
    this.site = site;
  }

  @Override
  public void take(Card card) throws IOException {
    add("id", card.id());
    add("title", card.title());
    add("company", card.company());
    add("place", card.place());
    add("level", card.level());
    add("technologies", json(card.technologies()));
    add("posted_at", card.posted());
    add("salary_text", card.salary());
    add("salary_annual", SalaryText.annual(card.salary()).orElse(null));
    add("url", site.resolve(card.id()).toString());
    out.endRow();
  }

  private void add(String column, String value) {
    if (value != null) {
      out.add(out.column(column), value);
    }
  }

  private static String json(List<String> values) throws JsonProcessingException {
    return Json.MAPPER.writeValueAsString(values);
  }
}
