package sluice.local.athena.query;

import java.util.Optional;
import java.util.OptionalLong;
import sluice.local.athena.engine.EngineStatistics;
import sluice.local.athena.result.ResultFile;

/** What an execution that succeeded leaves behind. */
public record Outcome(EngineStatistics statistics, OptionalLong updatedRows, Optional<ResultFile> result) {
}
