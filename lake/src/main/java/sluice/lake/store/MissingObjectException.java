package sluice.lake.store;

/** The object is not there. */
public final class MissingObjectException extends StoreException {
  private static final long serialVersionUID = 1L;

  public MissingObjectException(ObjectRef ref) {
    super(Fault.MISSING, "no object at " + ref.uri(), null);
  }

  public MissingObjectException(ObjectRef ref, String versionId) {
    super(Fault.MISSING, "no version " + versionId + " of " + ref.uri(), null);
  }
}
