package sluice.local.athena.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sluice.local.athena.engine.EngineException;
import sluice.local.athena.engine.EngineException.Blame;
import sluice.local.athena.sql.RefusedException;

class FailureTest {

    @Test
    void blamesTheUserForWhatTheUserWrote() {
        assertThat(Failure.of(new EngineException("COLUMN_NOT_FOUND", Blame.USER_ERROR, "line 1:8: Column 'x' cannot be resolved")))
                .isEqualTo(new Failure(2, 1000, false, "COLUMN_NOT_FOUND: line 1:8: Column 'x' cannot be resolved"));
    }

    @Test
    void marksAnIcebergConflictAsWorthARetryBecauseDbtLooksForIt() {
        assertThat(Failure.of(new EngineException("ICEBERG_COMMIT_ERROR", Blame.EXTERNAL, "conflict"))).isEqualTo(new Failure(1, 233, true, "ICEBERG_COMMIT_ERROR: conflict"));
        assertThat(Failure.of(new EngineException("ICEBERG_BAD_DATA", Blame.EXTERNAL, "broken")).retryable()).isFalse();
    }

    @Test
    void blamesTheEngineForItsOwn() {
        assertThat(Failure.of(new EngineException("GENERIC_INTERNAL_ERROR", Blame.INTERNAL_ERROR, "oops"))).isEqualTo(new Failure(1, 200, false, "GENERIC_INTERNAL_ERROR: oops"));
        assertThat(Failure.of(new IllegalStateException("ours"))).isEqualTo(new Failure(1, 100, false, "java.lang.IllegalStateException: ours"));
    }

    @Test
    void passesRefusalsOn() {
        assertThat(Failure.of(new RefusedException("Table not found db.t"))).isEqualTo(new Failure(2, 1003, false, "Table not found db.t"));
    }
}
