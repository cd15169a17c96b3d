package sluice.lake.store;

/** Someone else's bytes are at the key that we wanted to create. */
public final class ConflictException extends StoreException {
  private static final long serialVersionUID = 1L;

  public ConflictException(ObjectRef ref) {
    super(Fault.CONFLICT, ref.uri() + " exists with other bytes; expected no object or the same bytes", null);
  }
}
