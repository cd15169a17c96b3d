package sluice.statemachine;

import com.fasterxml.jackson.databind.JsonNode;

/** One call of one Task, with its arguments as the service would get them. */
record TaskCall(String state, String resource, JsonNode arguments) {
  JsonNode payload() {
    return arguments.path("Payload");
  }
}
