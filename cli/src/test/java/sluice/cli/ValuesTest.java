package sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import org.junit.jupiter.api.Test;
import sluice.lake.json.Json;

class ValuesTest {
  @Test
  void numbersAndBooleansBecomeSuchAndNullStaysNull() {
    ArrayNode values = Json.MAPPER.createArrayNode();
    Values.add(values, "bigint", "42");
    Values.add(values, "decimal", "1.50");
    Values.add(values, "boolean", "true");
    Values.add(values, "varchar", "7");
    Values.add(values, "varchar", null);
    Values.add(values, "double", "NaN");

    assertThat(values.toString()).isEqualTo("[42,1.50,true,\"7\",null,\"NaN\"]");
  }
}
