package sluice.lake.store;

import java.util.Objects;

/** A storage call did not succeed, and its fault says why. */
public class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  public StoreException(Fault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = Objects.requireNonNull(fault);
  }

  public Fault fault() {
    return fault;
  }
}
