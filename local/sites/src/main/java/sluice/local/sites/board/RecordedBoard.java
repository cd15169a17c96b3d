package sluice.local.sites.board;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Turns a recorded body of the board family's list endpoint into the cards that its page would show, in Swiss francs. */
public final class RecordedBoard {
  private static final String CURRENCY = "CHF";

  private RecordedBoard() {}

  public static Board from(JsonNode rows) {
    List<Advert> adverts = new ArrayList<>();
    for (JsonNode row : rows) {
      adverts.add(advert(row));
    }
    return new Board("Data", adverts);
  }

  private static Advert advert(JsonNode row) {
    List<String> technologies = new ArrayList<>();
    row.path("technologies").forEach(technology -> technologies.add(technology.asText()));
    return new Advert(row.path("jobUrl").asText(), row.path("name").asText(), text(row, "company"), place(row),
        text(row, "expLevel"), technologies, text(row, "activeFrom"), salary(row));
  }

  private static String place(JsonNode row) {
    String city = text(row, "actualCity");
    boolean remote = row.path("workplace").asText().equals("remote");
    return remote ? (city == null ? "Remote" : "Remote (" + city + ")") : city;
  }

  private static Salary salary(JsonNode row) {
    if (row.path("annualSalaryFrom").isNumber() && row.path("annualSalaryTo").isNumber()) {
      return Salary.annual(CURRENCY, row.path("annualSalaryFrom").asLong(), row.path("annualSalaryTo").asLong());
    }
    if (row.path("contractRateFrom").isNumber() && row.path("contractRateTo").isNumber()) {
      long from = row.path("contractRateFrom").asLong();
      long to = row.path("contractRateTo").asLong();
      return row.path("contractRateType").asText().equals("hourly") ? Salary.hourly(CURRENCY, from, to) : Salary.daily(CURRENCY, from, to);
    }
    return null;
  }

  private static String text(JsonNode row, String field) {
    return row.path(field).isTextual() ? row.path(field).asText() : null;
  }
}
