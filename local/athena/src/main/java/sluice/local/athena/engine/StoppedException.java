package sluice.local.athena.engine;

/** The statement was stopped because someone asked for it. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("Query cancelled by user");
    }
}
