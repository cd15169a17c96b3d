package sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CreatedObjectsTest {
  static Stream<String> oddKeys() {
    return Stream.of("orders/a+b.csv", "orders/a%2Bb.csv", "orders/a b.csv", "orders/zażółć ą.csv", "orders/../x.csv", "orders/a\nb.csv",
        "orders/\"quoted\\.csv", "orders/" + "ą".repeat(508) + "b");
  }

  @ParameterizedTest
  @MethodSource("oddKeys")
  void bothShapesMeanTheSameKey(String key) {
    ObjectVersion meant = new ObjectVersion("sluice-landing", key, "v.1");
    assertThat(CreatedObjects.in(Messages.eventBridge(meant))).containsExactly(meant);
    assertThat(CreatedObjects.in(Messages.notification(meant))).containsExactly(meant);
  }

  @Test
  void aNotificationMayNameSeveralObjects() {
    ObjectVersion a = new ObjectVersion("b", "orders/a", "1");
    ObjectVersion b = new ObjectVersion("b", "orders/b", "2");
    assertThat(CreatedObjects.in(Messages.notification(a, b))).containsExactly(a, b);
  }

  @Test
  void whatCreatesNothingNamesNothing() {
    ObjectVersion gone = new ObjectVersion("b", "orders/a", "1");
    assertThat(CreatedObjects.in(Messages.eventBridge(gone).replace("Object Created", "Object Deleted"))).isEmpty();
    assertThat(CreatedObjects.in(Messages.notification(gone).replace("ObjectCreated:Put", "ObjectRemoved:Delete"))).isEmpty();
    assertThat(CreatedObjects.in("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"b\"}")).isEmpty();
  }

  @Test
  void aMessageThatNamesNothingUsableSaysWhy() {
    refuses("oops", "not an event of S3: Unrecognized token");
    refuses("{}", "not an event of S3: expected detail.object (EventBridge) or Records[].s3 (notification), found neither");
    refuses("{\"detail-type\":\"Object Created\",\"detail\":{\"bucket\":{\"name\":\"b\"}}}",
        "not an event of S3: expected text in object.key, found MISSING");
    refuses("{\"detail-type\":\"Object Created\",\"detail\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"orders/a\"}}}",
        "not an event of S3: no version of s3://b/orders/a: expected versioning to be on in bucket b");
    refuses(Messages.eventBridge("b", "k".repeat(1025), "1"), "not an event of S3: a key has at most 1,024 bytes");
    refuses(Messages.notification(new ObjectVersion("b", "x", "1")).replace("\"x\"", "\"%ZZ\""), "not an event of S3: ");
  }

  @Test
  void theEncodingIsTheOneOfS3() {
    assertThat(URLEncoder.encode("a b+c", StandardCharsets.UTF_8)).isEqualTo("a+b%2Bc");
    assertThat(List.of(CreatedObjects.in(Messages.notification(new ObjectVersion("b", "x", "1")).replace("\"x\"", "\"orders/a+b%2Bc\"")).getFirst().key()))
        .containsExactly("orders/a b+c");
  }

  private static void refuses(String body, String because) {
    assertThatThrownBy(() -> CreatedObjects.in(body)).isInstanceOf(UnreadableEventException.class).hasMessageStartingWith(because);
  }
}
