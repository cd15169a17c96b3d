package sluice.statemachine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One execution from start to end. */
record Walk(String status, JsonNode output, String error, String cause, List<Transition> transitions, List<TaskCall> calls) {
  List<TaskCall> callsOf(String state) {
    return calls.stream().filter(call -> call.state().equals(state)).toList();
  }

  TaskCall onlyCallOf(String state) {
    List<TaskCall> found = callsOf(state);
    if (found.size() != 1) {
      throw new AssertionError("expected one call of \"" + state + "\", found " + found);
    }
    return found.getFirst();
  }

  /** What the run was recorded with. */
  JsonNode recorded() {
    return onlyCallOf("Record the run").payload();
  }

  long visits(String state) {
    return transitions.stream().filter(step -> step.from().equals(state) && !step.via().startsWith("Retry")).count();
  }
}
