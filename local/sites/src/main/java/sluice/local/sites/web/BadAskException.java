package sluice.local.sites.web;

/** The request is not one that the real site would answer; the message says what was expected and what was found. */
public final class BadAskException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadAskException(String message) {
    super(message);
  }
}
