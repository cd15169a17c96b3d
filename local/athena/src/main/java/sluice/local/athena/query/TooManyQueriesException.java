package sluice.local.athena.query;

/** No place is left for another query, not even to wait. */
public final class TooManyQueriesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyQueriesException(Exception cause) {
        super("You have exceeded the limit for the number of queries you can run concurrently. Please reduce the number of concurrent queries", cause);
    }
}
