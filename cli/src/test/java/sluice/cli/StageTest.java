package sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sluice.lake.json.Json;

class StageTest {
  private static final Set<String> WORKING = Set.of("Task", "Map", "Wait");

  @Test
  void everyStateThatTakesTimeBelongsToAStage() throws IOException {
    String template = Files.readString(Path.of("..", "statemachine", "pipeline.asl.json")).replace("${extractors}", "[]");
    JsonNode states = Json.MAPPER.readTree(template).path("States");

    for (Map.Entry<String, JsonNode> state : states.properties()) {
      if (WORKING.contains(state.getValue().path("Type").asText())) {
        assertThat(Stage.of(state.getKey())).as(state.getKey()).isPresent();
      }
    }
  }

  @Test
  void theStateThatReportsRowsIsInTheWorkflow() throws IOException {
    assertThat(Files.readString(Path.of("..", "statemachine", "pipeline.asl.json"))).contains("\"" + History.EXTRACT_ONE + "\": {");
  }
}
