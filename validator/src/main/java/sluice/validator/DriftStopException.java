package sluice.validator;

/** A contract wants somebody to look at an object before anything flows on; names the object and what is strange about it. */
final class DriftStopException extends Exception {
  private static final long serialVersionUID = 1L;

  DriftStopException(String message) {
    super(message);
  }
}
