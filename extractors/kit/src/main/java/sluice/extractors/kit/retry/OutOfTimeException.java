package sluice.extractors.kit.retry;

import java.io.Serial;
import sluice.extractors.kit.SourceException;

/** The leg's time ended between two tries: a leg that has read something stops cleanly, any other fails. */
public final class OutOfTimeException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient SourceException instead;

  OutOfTimeException(SourceException instead) {
    super(instead.getMessage(), instead);
    this.instead = instead;
  }

  /** The failure to report where there is nothing to save. */
  public SourceException failure() {
    return instead;
  }
}
