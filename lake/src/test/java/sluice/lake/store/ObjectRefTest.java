package sluice.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ObjectRefTest {
  @Test
  void readsAsAnAddress() {
    assertThat(new ObjectRef("b", "k/ą")).hasToString("s3://b/k/ą");
  }

  @Test
  void refusesWhatS3Refuses() {
    assertThatThrownBy(() -> new ObjectRef(" ", "k")).hasMessage("an object needs a bucket; found none for key k");
    assertThatThrownBy(() -> new ObjectRef("b", "")).hasMessage("an object needs a key; found none in bucket b");
    assertThat(new ObjectRef("b", "ą".repeat(512)).key()).hasSize(512);
    assertThatThrownBy(() -> new ObjectRef("b", "ą".repeat(513)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a key has at most 1,024 bytes; found 1026 in bucket b");
  }
}
