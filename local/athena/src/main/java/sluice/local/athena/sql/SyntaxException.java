package sluice.local.athena.sql;

/** A text that is no statement; says where, what stands there and what could, as Athena does before it runs anything. */
public final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SyntaxException(Position where, String found, String expected) {
        super("line %s: mismatched input '%s'. Expecting: %s".formatted(where, found, expected));
    }

    SyntaxException(String message, Exception cause) {
        super(message, cause);
    }
}
