package sluice.local.athena.catalog;

/** A query was started in a workgroup that nobody created. */
public final class UnknownWorkGroupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownWorkGroupException(String message) {
        super(message);
    }
}
