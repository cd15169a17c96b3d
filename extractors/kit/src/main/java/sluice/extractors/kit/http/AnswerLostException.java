package sluice.extractors.kit.http;

import java.io.IOException;
import java.io.Serial;

/** The answer had begun, and then the connection ended or fell silent. */
final class AnswerLostException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  AnswerLostException(String message, Throwable cause) {
    super(message, cause);
  }
}
