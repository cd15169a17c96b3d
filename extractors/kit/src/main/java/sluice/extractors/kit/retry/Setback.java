package sluice.extractors.kit.retry;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import sluice.extractors.kit.Fault;
import sluice.extractors.kit.SourceChangedException;
import sluice.extractors.kit.SourceException;
import sluice.extractors.kit.SourceUnavailableException;

/** One try that failed in a way that the next try may mend. */
public final class Setback extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final Fault fault;
  private final boolean worlds;
  private final transient Optional<Duration> asked;

  private Setback(Fault fault, String what, boolean worlds, Duration asked, Throwable cause) {
    super(what, cause);
    this.fault = fault;
    this.worlds = worlds;
    this.asked = Optional.ofNullable(asked);
  }

  /** The other side cannot be reached, or is not able to answer. */
  public static Setback unavailable(Fault fault, String what, Throwable cause) {
    return new Setback(fault, what, true, null, cause);
  }

  /** The other side asks for patience; {@code asked} is how long, if it says. */
  public static Setback asksToWait(Fault fault, String what, Optional<Duration> asked) {
    return new Setback(fault, what, true, asked.orElse(null), null);
  }

  /** The other side answers, but not what was agreed: a passing disturbance, or a change for good. */
  public static Setback unexpected(Fault fault, String what) {
    return new Setback(fault, what, false, null, null);
  }

  /** What went wrong. */
  public Fault fault() {
    return fault;
  }

  /** How long the other side asks us to wait. */
  Optional<Duration> asked() {
    return asked;
  }

  /** What this setback is called when no more tries are made. */
  SourceException forGood(String tried) {
    String what = getMessage() + "; " + tried;
    return worlds
        ? new SourceUnavailableException(fault, what, getCause())
        : new SourceChangedException(fault, what, getCause());
  }
}
