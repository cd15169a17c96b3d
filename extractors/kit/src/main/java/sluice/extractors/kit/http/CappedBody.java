package sluice.extractors.kit.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Collects a body up to a bound, and hangs up as soon as the bound is passed. */
final class CappedBody implements BodySubscriber<byte[]> {
  private static final int FIRST_BUFFER = 64 << 10;

  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private final long bound;
  private Flow.Subscription subscription;
  private byte[] buffer;
  private int used;

  CappedBody(long statedLength, long bound) {
    this.bound = bound;
    // The stated length is only a hint: a lie must not reserve memory.
    this.buffer = new byte[(int) Math.min(Math.max(statedLength, FIRST_BUFFER), Math.min(bound, 4L << 20))];
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> pieces) {
    for (ByteBuffer piece : pieces) {
      int length = piece.remaining();
      if ((long) used + length > bound) {
        subscription.cancel();
        whole.completeExceptionally(new AnswerTooLargeException(bound));
        return;
      }
      if (used + length > buffer.length) {
        buffer = Arrays.copyOf(buffer, (int) Math.min(bound, Math.max(2L * buffer.length, used + length)));
      }
      piece.get(buffer, used, length);
      used += length;
    }
  }

  @Override
  public void onError(Throwable cause) {
    whole.completeExceptionally(cause);
  }

  @Override
  public void onComplete() {
    whole.complete(used == buffer.length ? buffer : Arrays.copyOf(buffer, used));
  }
}
