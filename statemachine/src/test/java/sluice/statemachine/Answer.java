package sluice.statemachine;

import java.util.Map;

/** What a stubbed task says: a result, or an error under the name that the workflow would see. */
sealed interface Answer {
  static Answer result(Map<String, ?> result) {
    return new Result(result);
  }

  /** What {@code lambda:invoke} gives back around a function's own answer. */
  static Answer payload(Map<String, ?> payload) {
    return new Result(Map.of("Payload", payload, "StatusCode", 200));
  }

  static Answer error(String name, String cause) {
    return new Thrown(name, cause);
  }

  record Result(Map<String, ?> result) implements Answer {}

  record Thrown(String error, String cause) implements Answer {}
}
