package sluice.local.athena.engine;

import java.util.Optional;
import java.util.OptionalLong;

/** What is known of a statement once it is through. */
public record Finished(EngineStatistics statistics, Optional<String> updateType, OptionalLong updatedRows) {

    /** Two statements that ran one after the other for one request. */
    public Finished then(Finished next) {
        return new Finished(statistics.plus(next.statistics), next.updateType, next.updatedRows);
    }
}
