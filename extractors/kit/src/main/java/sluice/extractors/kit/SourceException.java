package sluice.extractors.kit;

import java.util.Objects;

/** A reading that cannot go on, told as one sentence that starts with the fault's code. */
public abstract sealed class SourceException extends RuntimeException
    permits SourceUnavailableException, SourceChangedException, LimitExceededException {
  private static final long serialVersionUID = 1;

  private final Fault fault;

  SourceException(Fault fault, String what, Throwable cause) {
    super(fault.code() + " " + what, cause);
    this.fault = Objects.requireNonNull(fault);
  }

  /** What went wrong, from the closed list. */
  public final Fault fault() {
    return fault;
  }
}
