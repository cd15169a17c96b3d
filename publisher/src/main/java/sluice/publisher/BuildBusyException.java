package sluice.publisher;

/** Another run is building. The workflow waits and asks again: it knows this exception by its name. */
public final class BuildBusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BuildBusyException(String holder) {
    super("the build lock is held by " + holder);
  }
}
