package sluice.lake.lambda;

/** The event that started a function has another shape than the function takes: our own error, never worth a retry. */
public final class BadEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadEventException(String message, Throwable cause) {
    super(message, cause);
  }
}
