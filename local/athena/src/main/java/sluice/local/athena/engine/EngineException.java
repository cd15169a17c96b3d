package sluice.local.athena.engine;

/** A statement that Trino refused or could not finish; names the error as Athena does: {@code NAME: line 1:8: text}. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose fault Trino says it is. */
    public enum Blame { USER_ERROR, INTERNAL_ERROR, INSUFFICIENT_RESOURCES, EXTERNAL }

    private final String name;
    private final Blame blame;

    public EngineException(String name, Blame blame, String message) {
        super(name + ": " + message);
        this.name = name;
        this.blame = blame;
    }

    public String name() {
        return name;
    }

    public Blame blame() {
        return blame;
    }
}
