package sluice.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.lake.store.FakeS3.Trouble;
import software.amazon.awssdk.services.s3.S3Client;

class S3ObjectStoreTest extends ObjectStoreContract {
  private final List<Duration> waits = new ArrayList<>();
  private FakeS3 s3;
  private S3Client client;
  private S3ObjectStore store;
  private int versions;

  @BeforeEach
  void start() {
    s3 = new FakeS3();
    client = s3.client();
    store = new S3ObjectStore(client, new Backoff(4, Duration.ofMillis(100), Duration.ofMillis(250), waits::add));
  }

  @AfterEach
  void stop() {
    client.close();
    s3.close();
  }

  @Override
  ObjectStore store() {
    return store;
  }

  @Override
  String drop(ObjectRef ref, byte[] bytes) {
    String version = "v." + ++versions;
    s3.hold(ref, version, bytes);
    return version;
  }

  @Test
  void takesADeletionForAMissingVersion() {
    s3.troubles(Trouble.NOT_ALLOWED);
    assertFault(() -> store.open(REF, "marker"), Fault.MISSING, "no version marker of s3://sluice-raw/raw/orders/part-1");
  }

  @Test
  void tellsTheVersionOfAnObject() {
    store.putIfAbsent(REF, BYTES, Map.of());
    assertThat(store.head(REF).orElseThrow().versionId()).isEqualTo("v1");
  }

  @ParameterizedTest
  @EnumSource(value = Trouble.class, names = {"SLOW_DOWN", "INTERNAL_ERROR", "CONCURRENT_CREATE", "LOST_ANSWER"})
  void writesAgainAfterATroubleThatPasses(Trouble trouble) throws IOException {
    s3.troubles(trouble);
    store.putIfAbsent(REF, BYTES, Map.of());
    assertThat(read(REF)).isEqualTo(BYTES);
    assertThat(waits).containsExactly(Duration.ofMillis(100));
  }

  @Test
  void takesItsOwnObjectForDoneWhenTheAnswerToItWasLost() {
    s3.troubles(Trouble.LOST_ANSWER);
    store.putIfAbsent(REF, BYTES, Map.of());
    assertThat(s3.requests()).containsExactly(
        "PUT sluice-raw/raw/orders/part-1", "PUT sluice-raw/raw/orders/part-1", "GET sluice-raw/raw/orders/part-1");
  }

  @Test
  void givesUpAfterAllAttemptsWithGrowingWaits() {
    s3.troubles(Trouble.SLOW_DOWN, Trouble.SLOW_DOWN, Trouble.SLOW_DOWN, Trouble.SLOW_DOWN);
    assertFault(() -> store.putIfAbsent(REF, BYTES, Map.of()), Fault.UNAVAILABLE,
        "cannot write s3://sluice-raw/raw/orders/part-1: S3 answered 503 SlowDown (tried 4 times)");
    assertThat(waits).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(250));
  }

  @Test
  void doesNotTryAgainWhereThatCannotHelp() {
    s3.troubles(Trouble.ACCESS_DENIED, Trouble.EXPIRED_TOKEN, Trouble.NOT_ALLOWED);
    assertFault(() -> store.putIfAbsent(REF, BYTES, Map.of()), Fault.DENIED,
        "cannot write s3://sluice-raw/raw/orders/part-1: S3 answered 403 AccessDenied");
    assertFault(() -> store.open(REF), Fault.DENIED,
        "cannot read s3://sluice-raw/raw/orders/part-1: S3 answered 400 ExpiredToken");
    assertFault(() -> store.list("b", "p/"), Fault.REFUSED, "cannot list s3://b/p/*: S3 answered 405 MethodNotAllowed");
    assertThat(waits).isEmpty();
  }

  @Test
  void readsAgainAfterATroubleThatPasses() throws IOException {
    s3.hold(REF, BYTES);
    s3.troubles(Trouble.SLOW_DOWN, Trouble.INTERNAL_ERROR);
    assertThat(read(REF)).isEqualTo(BYTES);
    s3.troubles(Trouble.SLOW_DOWN);
    assertThat(store.head(REF)).isPresent();
    s3.troubles(Trouble.SLOW_DOWN);
    assertThat(store.list("sluice-raw", "raw/")).containsExactly(REF);
  }

  @Test
  void neverTakesACutAnswerForAShortObject() throws IOException {
    s3.hold(REF, new byte[400_000]);
    s3.troubles(Trouble.CUT_ANSWER);
    try (InputStream in = store.open(REF)) {
      assertThatThrownBy(in::readAllBytes)
          .asInstanceOf(InstanceOfAssertFactories.type(StoreException.class))
          .satisfies(cut -> assertThat(cut.fault()).isEqualTo(Fault.UNAVAILABLE))
          .extracting(Throwable::getMessage).asString()
          .matches("s3://sluice-raw/raw/orders/part-1 ended after \\d+ of 400000 bytes");
    }
  }

  @Test
  void copiesAgainAfterACutAnswer() throws IOException {
    ObjectRef copy = new ObjectRef("b", "copy");
    s3.hold(REF, new byte[400_000]);
    s3.troubles(Trouble.CUT_ANSWER);
    store.copyIfAbsent(REF, copy, Map.of());
    assertThat(read(copy)).isEqualTo(new byte[400_000]);
  }

  @Test
  void anObjectMayBeClosedBeforeItsEnd() throws IOException {
    s3.hold(REF, new byte[5_000_000]);
    try (InputStream in = store.open(REF)) {
      assertThat(in.read()).isZero();
      assertThat(in.skip(10)).isPositive();
    }
    assertThat(store.head(REF)).isPresent();
  }

  @Test
  void tellsThatNobodyAnswers() {
    s3.close();
    assertThatThrownBy(() -> store.head(REF))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("cannot look at s3://sluice-raw/raw/orders/part-1: ")
        .hasMessageEndingWith("(tried 4 times)");
  }

  private static void assertFault(Runnable call, Fault fault, String message) {
    assertThatThrownBy(call::run)
        .hasMessage(message)
        .asInstanceOf(InstanceOfAssertFactories.type(StoreException.class))
        .extracting(StoreException::fault).isEqualTo(fault);
  }
}
