package sluice.lake.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FolderObjectStoreTest extends ObjectStoreContract {
  private FolderObjectStore store;

  @BeforeEach
  void create() {
    store = new FolderObjectStore(folder.resolve("store"));
  }

  @Override
  ObjectStore store() {
    return store;
  }

  @Override
  void drop(ObjectRef ref, String versionId, byte[] bytes) {
    store.putVersion(ref, versionId, bytes);
  }

  @Test
  void letsATestDamageAnObject() throws IOException {
    store.putIfAbsent(REF, BYTES, Map.of());
    Files.write(store.file(REF), OTHERS);
    assertThat(store.bytes(REF)).isEqualTo(OTHERS);
  }
}
