package sluice.local.athena.sql;

/** A well-formed statement that Athena does not carry out on such a table. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedException(String message) {
        super(message);
    }
}
