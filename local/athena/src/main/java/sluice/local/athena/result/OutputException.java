package sluice.local.athena.result;

/** The result is there, but not where the request wants it. */
public final class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputException(String location, Exception cause) {
        super("Unable to verify/create output bucket or write " + location + ": " + cause.getMessage(), cause);
    }
}
