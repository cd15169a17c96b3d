package sluice.local.athena.engine;

import io.trino.client.StatementStats;
import java.time.Duration;

/** What Trino measured of a statement. */
public record EngineStatistics(long inputRows, long scannedBytes, Duration elapsed, Duration queued, Duration planning) {
    public static final EngineStatistics NONE = new EngineStatistics(0, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    static EngineStatistics of(StatementStats stats) {
        return new EngineStatistics(
                stats.getProcessedRows(),
                stats.getPhysicalInputBytes(),
                Duration.ofMillis(stats.getElapsedTimeMillis()),
                Duration.ofMillis(stats.getQueuedTimeMillis()),
                Duration.ofMillis(stats.getPlanningTimeMillis()));
    }

    EngineStatistics plus(EngineStatistics other) {
        return new EngineStatistics(
                inputRows + other.inputRows, scannedBytes + other.scannedBytes, elapsed.plus(other.elapsed), queued.plus(other.queued), planning.plus(other.planning));
    }
}
