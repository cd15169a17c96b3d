package sluice.local.athena.query;

/** One ClientRequestToken was given to two different requests. */
public final class TokenReusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TokenReusedException() {
        super("Idempotent parameters do not match: this ClientRequestToken began another query");
    }
}
