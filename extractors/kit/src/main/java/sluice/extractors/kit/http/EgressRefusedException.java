package sluice.extractors.kit.http;

import java.io.Serial;

/** A request would have left for a place that this source may not talk to; nothing was sent. */
public final class EgressRefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  EgressRefusedException(String message) {
    super(message);
  }
}
