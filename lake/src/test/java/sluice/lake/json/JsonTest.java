package sluice.lake.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.lake.DatasetName;
import sluice.lake.RunId;

class JsonTest {
  record Thing(DatasetName dataset, RunId runId, LocalDate day, Instant at, Long maybe, int count) {}

  @Test
  void writesOurTypesAsWordsAndLeavesAbsentKeysOut() throws IOException {
    Thing thing = new Thing(new DatasetName("a"), new RunId("r"), LocalDate.of(2026, 11, 21),
        Instant.parse("2026-11-21T09:14:00Z"), null, 3);
    String json = "{\"dataset\":\"a\",\"runId\":\"r\",\"day\":\"2026-11-21\",\"at\":\"2026-11-21T09:14:00Z\",\"count\":3}";
    assertThat(Json.MAPPER.writeValueAsString(thing)).isEqualTo(json);
    assertThat(Json.MAPPER.readValue(json, Thing.class)).isEqualTo(thing);
  }

  @Test
  void readsNamesAsKeysOfAMap() throws IOException {
    var type = Json.MAPPER.getTypeFactory().constructMapType(Map.class, DatasetName.class, Long.class);
    assertThat(Json.MAPPER.<Map<DatasetName, Long>>readValue("{\"a\":1}", type)).isEqualTo(Map.of(new DatasetName("a"), 1L));
    assertThatThrownBy(() -> Json.MAPPER.readValue("{\"A\":1}", type)).hasMessageContaining("not a dataset name");
  }

  @Test
  void passesOnWhatATypeSaysAboutItsShape() {
    assertBrief("{\"dataset\":\"A B\"}", "Cannot deserialize value of type `sluice.lake.DatasetName` from String \"A B\": "
        + "not a dataset name: expected lower-case letters, digits and _, starting with a letter, at most 63, found \"A B\" "
        + "(line 1, column 12)");
    assertBrief("{\"at\":\"yesterday\"}", "Cannot deserialize value of type `java.time.Instant` from String \"yesterday\": "
        + "Text 'yesterday' could not be parsed at index 0 (line 1, column 7)");
  }

  @Test
  void refusesWhatStrictReadersRefuse() {
    assertBrief("{\"count\":1,\"count\":2}", "Duplicate field 'count' (line 1, column 19)");
    assertThatThrownBy(() -> read("{\"count\":1} x")).isInstanceOf(JsonProcessingException.class);
    assertThatThrownBy(() -> read("{\"count\":null}")).isInstanceOf(JsonProcessingException.class);
    assertThatThrownBy(() -> read("[".repeat(60))).isInstanceOf(JsonProcessingException.class);
    assertThatThrownBy(() -> read("{\"dataset\":[]}")).isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void passesOverFieldsOfLaterVersions() throws IOException {
    assertThat(read("{\"count\":1,\"later\":{}}").count()).isEqualTo(1);
  }

  @Test
  void isBriefAboutOtherTroubleToo() {
    assertThat(Json.brief(new IOException("disk"))).isEqualTo("disk");
  }

  private static void assertBrief(String json, String message) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(IOException.class, e -> assertThat(Json.brief(e)).isEqualTo(message));
  }

  private static Thing read(String json) throws IOException {
    return Json.MAPPER.readValue(json, Thing.class);
  }
}
