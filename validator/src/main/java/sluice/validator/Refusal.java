package sluice.validator;

import java.io.IOException;

/** The object is at fault. Ends the reading of it from wherever the fault was found; never leaves the gate. */
public final class Refusal extends IOException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public Refusal(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
