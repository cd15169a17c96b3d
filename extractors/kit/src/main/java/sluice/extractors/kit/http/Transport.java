package sluice.extractors.kit.http;

import java.io.IOException;
import java.time.Duration;

/** Sends one request to one address and takes the whole answer, within a time and a number of bytes. */
interface Transport extends AutoCloseable {
  /**
   * Does not follow redirects.
   *
   * @throws AnswerLostException when the answer had begun and then ended before its end
   * @throws AnswerTooLargeException when the body passes the bound
   * @throws java.net.http.HttpTimeoutException when the answer is not complete in time
   */
  Answer send(Egress.Target target, int tryNumber, Ask ask, Duration within) throws IOException, InterruptedException;

  @Override
  void close();
}
