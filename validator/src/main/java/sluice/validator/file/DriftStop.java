package sluice.validator.file;

import java.io.IOException;
import sluice.validator.Reason;

/** The object differs from its contract in a way that must end the run. Never leaves the gate. */
final class DriftStop extends IOException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  DriftStop(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
