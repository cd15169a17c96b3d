package sluice.local.athena.api;

/** An error that the Athena API knows by name, and so every SDK. */
final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The names that clients match on. */
    enum Code {
        INVALID_REQUEST("InvalidRequestException"),
        METADATA("MetadataException"),
        TOO_MANY_REQUESTS("TooManyRequestsException"),
        UNKNOWN_OPERATION("UnknownOperationException");

        private final String shape;

        Code(String shape) {
            this.shape = shape;
        }

        String shape() {
            return shape;
        }
    }

    private final Code code;

    ApiException(Code code, String message) {
        super(message);
        this.code = code;
    }

    Code code() {
        return code;
    }
}
