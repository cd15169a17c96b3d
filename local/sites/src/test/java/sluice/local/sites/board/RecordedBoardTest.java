package sluice.local.sites.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.local.sites.web.Json;

class RecordedBoardTest {

  @Test
  void showsWhatACardOfThisRowWouldShow() throws JsonProcessingException {
    assertThat(advert("""
        {"jobUrl": "Tern-AG-Engineer", "name": "Engineer ", "company": "Tern AG", "actualCity": "Zug", "workplace": "hybrid", "expLevel": "Senior",
         "technologies": ["Java", "SQL"], "activeFrom": "2025-11-27T00:00:00.000+01:00", "annualSalaryFrom": 90000, "annualSalaryTo": 120000}"""))
        .isEqualTo(new Advert("Tern-AG-Engineer", "Engineer ", "Tern AG", "Zug", "Senior", List.of("Java", "SQL"),
            "2025-11-27T00:00:00.000+01:00", new Salary("annual", "CHF 90'000 - 120'000")));
  }

  @Test
  void anAnnualSalaryGoesBeforeAContractRate() throws JsonProcessingException {
    assertThat(advert("""
        {"jobUrl": "a", "name": "b", "annualSalaryFrom": 120000, "annualSalaryTo": 120000, "contractRateFrom": 100, "contractRateTo": 115, "contractRateType": "hourly"}""")
        .salary()).isEqualTo(new Salary("annual", "CHF 120'000 - 120'000"));
  }

  @Test
  void aContractRateAloneIsShownWithItsUnit() throws JsonProcessingException {
    String row = "{\"jobUrl\": \"a\", \"name\": \"b\", \"contractRateFrom\": 115, \"contractRateTo\": 125, \"contractRateType\": \"%s\"}";
    assertThat(advert(row.formatted("hourly")).salary()).isEqualTo(new Salary("hourly", "115 - 125 CHF/hour"));
    assertThat(advert(row.formatted("daily")).salary()).isEqualTo(new Salary("daily", "115 - 125 CHF/day"));
  }

  @Test
  void whatTheRowLacksTheCardLacks() throws JsonProcessingException {
    assertThat(advert("{\"jobUrl\": \"a\", \"name\": \"b\", \"company\": null}"))
        .isEqualTo(new Advert("a", "b", null, null, null, List.of(), null, null));
  }

  @Test
  void aRemoteJobSaysSoWhereThePlaceIs() throws JsonProcessingException {
    assertThat(advert("{\"jobUrl\": \"a\", \"name\": \"b\", \"actualCity\": \"Bern\", \"workplace\": \"remote\"}").place()).isEqualTo("Remote (Bern)");
    assertThat(advert("{\"jobUrl\": \"a\", \"name\": \"b\", \"workplace\": \"remote\"}").place()).isEqualTo("Remote");
  }

  private static Advert advert(String row) throws JsonProcessingException {
    return RecordedBoard.from(Json.MAPPER.readTree("[" + row + "]")).adverts().getFirst();
  }
}
