package sluice.lake.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FolderObjectStoreTest extends ObjectStoreContract {
  private FolderObjectStore store;
  private int versions;

  @BeforeEach
  void create() {
    store = new FolderObjectStore(folder.resolve("store"));
  }

  @Override
  ObjectStore store() {
    return store;
  }

  @Override
  String drop(ObjectRef ref, byte[] bytes) {
    String version = "v." + ++versions;
    store.putVersion(ref, version, bytes);
    return version;
  }

  @Test
  void letsATestDamageAnObject() throws IOException {
    store.putIfAbsent(REF, BYTES, Map.of());
    Files.write(store.file(REF), OTHERS);
    assertThat(store.bytes(REF)).isEqualTo(OTHERS);
  }
}
