package sluice.local.athena.catalog;

/** The catalogue refuses what a statement asks of it. */
public final class CatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CatalogueException(String message) {
        super("FAILED: Execution Error, " + message);
    }
}
