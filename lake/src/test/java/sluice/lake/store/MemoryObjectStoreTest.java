package sluice.lake.store;

class MemoryObjectStoreTest extends ObjectStoreContract {
  private final MemoryObjectStore store = new MemoryObjectStore();

  @Override
  ObjectStore store() {
    return store;
  }

  @Override
  void drop(ObjectRef ref, String versionId, byte[] bytes) {
    store.putVersion(ref, versionId, bytes);
  }
}
