package sluice.intake;

/** A message names no object that could be looked for; only a person can tell what it was meant to say. */
final class UnreadableEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableEventException(String message, Throwable cause) {
    super(message, cause);
  }
}
