package sluice.extractors.kit.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import sluice.extractors.kit.Budget;
import sluice.extractors.kit.Fault;
import sluice.extractors.kit.LimitExceededException;
import sluice.extractors.kit.SourceChangedException;
import sluice.extractors.kit.retry.Retry;
import sluice.extractors.kit.retry.Setback;

/** Asks a site politely and only the site: permitted places, bounded time and size, retries with growing waits. */
public final class GuardedHttp implements AutoCloseable {
  private static final int MOST_REDIRECTS = 5;
  /** What one try may take even when the leg's time is up: a leg makes at least one step, and the reserve pays it. */
  private static final Duration LEAST = Duration.ofSeconds(10);

  private final Egress egress;
  private final Transport transport;
  private final Retry retry;
  private final Clock clock;
  private final Duration longest;

  GuardedHttp(Egress egress, Transport transport, Retry retry, Clock clock, Duration longest) {
    this.egress = egress;
    this.transport = transport;
    this.retry = retry;
    this.clock = clock;
    this.longest = longest;
  }

  /**
   * @param longest how long one try may take, from the connection to the last byte
   * @param bodyBound the largest answer that is taken, in bytes
   * @param clock only tells how far away the date of a Retry-After is
   */
  public static GuardedHttp over(Egress egress, SSLContext tls, Retry retry, Clock clock, Duration longest, long bodyBound) {
    return new GuardedHttp(egress, new PinnedTransport(tls, bodyBound), retry, clock, longest);
  }

  /** Makes something of an answer of status 200; a setback is tried again like a failure of the site. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(Answer answer) throws Setback;
  }

  /**
   * @param what how messages call the request, such as {@code page 3 of POST search/posting}
   * @throws sluice.extractors.kit.SourceException when the last try failed, or a try failed for good
   * @throws sluice.extractors.kit.retry.OutOfTimeException when the budget ended between two tries
   * @throws EgressRefusedException when the request may not be sent at all
   */
  public <T> T ask(String what, Ask ask, Budget budget, Reader<T> reader) throws InterruptedIOException {
    return retry.run(budget, number -> {
      Duration left = budget.left().compareTo(LEAST) < 0 ? LEAST : budget.left();
      Answer answer = exchange(what, ask, number, left.compareTo(longest) < 0 ? left : longest);
      requireSuccess(what, answer);
      return reader.read(answer);
    });
  }

  private Answer exchange(String what, Ask ask, int number, Duration within) throws Setback, InterruptedException {
    Ask next = ask;
    for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
      Answer answer = send(what, next, hops, number, within);
      if (!redirects(answer)) {
        return answer;
      }
      next = next.at(redirected(what, next, answer));
    }
    throw new SourceChangedException(Fault.REDIRECT_REFUSED, what + " was redirected more than " + MOST_REDIRECTS + " times");
  }

  private Answer send(String what, Ask ask, int hops, int number, Duration within) throws Setback, InterruptedException {
    try {
      return transport.send(egress.permit(ask.uri()), number, ask, within);
    } catch (EgressRefusedException refused) {
      if (hops == 0) {
        throw refused;
      }
      throw new SourceChangedException(Fault.REDIRECT_REFUSED, what + " was redirected: " + refused.getMessage(), refused);
    } catch (AnswerTooLargeException tooLarge) {
      throw new LimitExceededException(Fault.ANSWER_LIMIT, what + ": " + tooLarge.getMessage(), tooLarge);
    } catch (AnswerLostException lost) {
      throw Setback.unavailable(Fault.TRUNCATED_ANSWER, what + ": " + lost.getMessage(), lost);
    } catch (IOException failed) {
      throw Setback.unavailable(Fault.SITE_UNAVAILABLE, what + " on " + ask.uri().getHost() + ": " + reason(failed), failed);
    }
  }

  private static String reason(IOException failed) {
    return switch (failed) {
      case UnknownHostException e -> "the host name is not known";
      case HttpConnectTimeoutException e -> "no connection in time";
      case HttpTimeoutException e -> e.getMessage();
      case ConnectException e -> "connection refused";
      case SSLException e -> "no secure connection (" + e.getMessage() + ")";
      default -> "the connection was lost before an answer (" + failed.getMessage() + ")";
    };
  }

  private static boolean redirects(Answer answer) {
    return answer.status() >= 300 && answer.status() < 400 && answer.header("location").isPresent();
  }

  private static URI redirected(String what, Ask ask, Answer answer) {
    boolean keepsTheBody = answer.status() == 307 || answer.status() == 308;
    if (!keepsTheBody && !ask.method().equals("GET")) {
      throw new SourceChangedException(Fault.REDIRECT_REFUSED, what + " answered " + answer.status()
          + ", a redirect that would turn a " + ask.method() + " into a GET without its body");
    }
    String location = answer.header("location").orElseThrow();
    try {
      return ask.uri().resolve(location);
    } catch (IllegalArgumentException e) {
      throw new SourceChangedException(Fault.REDIRECT_REFUSED,
          what + " was redirected to a place that is no address: " + Snippet.of(location.getBytes(StandardCharsets.UTF_8)), e);
    }
  }

  private void requireSuccess(String what, Answer answer) throws Setback {
    int status = answer.status();
    if (status == 200) {
      return;
    }
    String said = what + " answered " + status + "; it says: " + answer.beginning();
    if (status == 429) {
      throw Setback.asksToWait(Fault.TOO_MANY_REQUESTS, said, RetryAfter.of(answer, clock));
    }
    if (status == 408 || status >= 500) {
      throw Setback.asksToWait(Fault.SITE_UNAVAILABLE, said, RetryAfter.of(answer, clock));
    }
    throw new SourceChangedException(Fault.REQUEST_REFUSED, said);
  }

  @Override
  public void close() {
    transport.close();
  }
}
