package sluice.lake.athena;

/** Athena did not do what it was asked. */
public final class QueryFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public QueryFailedException(String queryId, String state, String reason) {
    super("query " + queryId + " is " + state + ": " + reason);
  }
}
