package sluice.extractors.kit.http;

import java.io.IOException;
import java.io.Serial;

/** The body passes the bound; the rest of it was not read. */
final class AnswerTooLargeException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  AnswerTooLargeException(long bound) {
    super("the answer is larger than %,d bytes".formatted(bound));
  }
}
