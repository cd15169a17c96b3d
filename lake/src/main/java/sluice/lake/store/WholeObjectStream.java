package sluice.lake.store;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** An object's bytes, ending only where the store said they end: a cut answer is an error, never a short object. */
final class WholeObjectStream extends FilterInputStream {
  private final ResponseInputStream<GetObjectResponse> answer;
  private final ObjectRef ref;
  private final long stated;
  private long seen;
  private boolean ended;

  WholeObjectStream(ResponseInputStream<GetObjectResponse> answer, ObjectRef ref) {
    super(answer);
    this.answer = answer;
    this.ref = ref;
    Long length = answer.response().contentLength();
    this.stated = length == null ? -1 : length;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    int count;
    try {
      count = in.read(target, offset, length);
    } catch (IOException | SdkException cut) {
      throw cutShort(cut);
    }
    if (count < 0) {
      ended = true;
      if (stated >= 0 && seen != stated) {
        throw cutShort(null);
      }
    } else {
      seen += count;
    }
    return count;
  }

  @Override
  public long skip(long count) {
    // Skipped bytes have to be counted like the others.
    byte[] thrownAway = new byte[(int) Math.min(8192, Math.max(count, 0))];
    int read = thrownAway.length == 0 ? 0 : read(thrownAway, 0, thrownAway.length);
    return Math.max(read, 0);
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() throws IOException {
    // Draining the rest of a large object to save a connection would cost more than a new one.
    if (!ended && seen != stated) {
      answer.abort();
    }
    super.close();
  }

  private StoreException cutShort(Exception cause) {
    String of = stated < 0 ? "" : " of " + stated;
    return new StoreException(Fault.UNAVAILABLE, ref.uri() + " ended after " + seen + of + " bytes", cause);
  }
}
