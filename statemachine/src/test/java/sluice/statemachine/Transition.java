package sluice.statemachine;

/**
 * One way out of a state.
 *
 * @param via the rule that leads there: {@code Next}, {@code End}, {@code Default}, {@code Choices[0]}, {@code Catch[1]},
 *     {@code Retry[0]}
 * @param to the next state; empty where the road ends
 */
record Transition(String from, String via, String to) {}
