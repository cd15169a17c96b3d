package sluice.lake.store;

class MemoryObjectStoreTest extends ObjectStoreContract {
  private final MemoryObjectStore store = new MemoryObjectStore();
  private int versions;

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
}
