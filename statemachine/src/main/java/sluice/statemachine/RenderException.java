package sluice.statemachine;

/** The workflow file and what is known of the deployment do not fit together; nothing was rendered. */
public final class RenderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RenderException(String message) {
    super(message);
  }

  RenderException(String message, Throwable cause) {
    super(message, cause);
  }
}
