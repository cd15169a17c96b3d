package sluice.statemachine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.Comparator;
import sluice.lake.json.Json;

/** The workflow file as a graph, with the states inside its Maps. */
record Workflow(JsonNode definition) {
  static Workflow of(String rendered) {
    try {
      return new Workflow(Json.MAPPER.readTree(rendered));
    } catch (java.io.IOException notJson) {
      throw new AssertionError(notJson);
    }
  }

  /** Every state by its name, in the file's order, the ones inside a Map after it. */
  Map<String, JsonNode> states() {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    collect(definition, all);
    return all;
  }

  Map<String, JsonNode> states(String type) {
    Map<String, JsonNode> some = new LinkedHashMap<>(states());
    some.values().removeIf(state -> !type.equals(state.path("Type").asText()));
    return some;
  }

  Set<Transition> transitions() {
    Set<Transition> all = new TreeSet<>(Comparator.comparing(Transition::toString));
    states().forEach((name, state) -> all.addAll(waysOut(name, state)));
    return all;
  }

  private static void collect(JsonNode machine, Map<String, JsonNode> into) {
    machine.path("States").properties().forEach(state -> {
      if (into.put(state.getKey(), state.getValue()) != null) {
        throw new AssertionError("two states are named \"" + state.getKey() + "\"");
      }
      collect(state.getValue().path("ItemProcessor"), into);
    });
  }

  private static List<Transition> waysOut(String name, JsonNode state) {
    List<Transition> ways = new ArrayList<>();
    for (String field : List.of("Choices", "Catch", "Retry")) {
      for (int i = 0; i < state.path(field).size(); i++) {
        String to = field.equals("Retry") ? name : state.path(field).path(i).path("Next").asText();
        ways.add(new Transition(name, field + "[" + i + "]", to));
      }
    }
    for (String field : List.of("Next", "Default")) {
      if (state.has(field)) {
        ways.add(new Transition(name, field, state.path(field).asText()));
      }
    }
    if (state.path("End").asBoolean()) {
      ways.add(new Transition(name, "End", ""));
    }
    return ways;
  }
}
