package sluice.local.athena.query;

import sluice.local.athena.engine.EngineException;
import sluice.local.athena.result.OutputException;
import sluice.local.athena.sql.RefusedException;

/** Why an execution failed, in the numbers of Athena's error catalogue. */
public record Failure(int category, int type, boolean retryable, String message) {
    private static final int SYSTEM = 1;
    private static final int USER = 2;
    private static final int INTERNAL_SERVICE_ERROR = 100;
    private static final int ENGINE_ERROR = 200;
    private static final int ICEBERG_ERROR = 233;
    private static final int RESULT_NOT_WRITTEN = 401;
    private static final int USER_ERROR = 1000;
    private static final int DDL_FAILED = 1003;

    public static Failure of(RuntimeException cause) {
        return switch (cause) {
            case EngineException e when e.name().startsWith("ICEBERG_") -> new Failure(category(e), ICEBERG_ERROR, e.name().equals("ICEBERG_COMMIT_ERROR"), e.getMessage());
            case EngineException e -> new Failure(category(e), category(e) == USER ? USER_ERROR : ENGINE_ERROR, false, e.getMessage());
            case RefusedException e -> new Failure(USER, DDL_FAILED, false, e.getMessage());
            case OutputException e -> new Failure(USER, RESULT_NOT_WRITTEN, false, e.getMessage());
            default -> new Failure(SYSTEM, INTERNAL_SERVICE_ERROR, false, cause.toString());
        };
    }

    private static int category(EngineException cause) {
        return switch (cause.blame()) {
            case USER_ERROR -> USER;
            case INTERNAL_ERROR, INSUFFICIENT_RESOURCES, EXTERNAL -> SYSTEM;
        };
    }
}
