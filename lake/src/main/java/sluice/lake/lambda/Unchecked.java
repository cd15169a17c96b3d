package sluice.lake.lambda;

/** Throws a checked exception through a signature that does not name it, because wrapping would change its class name. */
final class Unchecked {
  private Unchecked() {}

  @SuppressWarnings("unchecked")
  static <E extends Exception> RuntimeException rethrow(Exception checked) throws E {
    throw (E) checked;
  }
}
