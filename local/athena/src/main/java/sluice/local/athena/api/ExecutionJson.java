package sluice.local.athena.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import sluice.local.athena.engine.EngineStatistics;
import sluice.local.athena.query.Outcome;
import sluice.local.athena.query.Progress;
import sluice.local.athena.query.QueryExecution;

/** An execution in the API's words. */
final class ExecutionJson {
    private static final String VERSION = "Athena engine version 3";

    private ExecutionJson() {
    }

    static ObjectNode of(QueryExecution execution) {
        Progress progress = execution.progress();
        ObjectNode json = Json.object()
                .put("QueryExecutionId", execution.id())
                .put("Query", execution.request().sql())
                .put("StatementType", execution.kind().type().name())
                .put("SubstatementType", execution.kind().substatement())
                .put("WorkGroup", execution.request().workGroup());
        json.putObject("QueryExecutionContext").put("Database", execution.request().database()).put("Catalog", execution.request().catalog());
        ObjectNode output = json.putObject("ResultConfiguration");
        execution.outputFile().ifPresent(uri -> output.put("OutputLocation", uri));
        json.putObject("EngineVersion").put("SelectedEngineVersion", "AUTO").put("EffectiveEngineVersion", VERSION);
        json.set("Status", status(progress));
        json.set("Statistics", statistics(progress));
        return json;
    }

    private static ObjectNode status(Progress progress) {
        ObjectNode status = Json.object().put("State", progress.state().name()).put("SubmissionDateTime", Json.seconds(progress.submitted()));
        progress.ended().ifPresent(at -> status.put("CompletionDateTime", Json.seconds(at)));
        progress.reason().ifPresent(reason -> status.put("StateChangeReason", reason));
        progress.failure().ifPresent(why -> status.putObject("AthenaError")
                .put("ErrorCategory", why.category()).put("ErrorType", why.type()).put("Retryable", why.retryable()).put("ErrorMessage", why.message()));
        return status;
    }

    private static ObjectNode statistics(Progress progress) {
        ObjectNode statistics = Json.object();
        EngineStatistics engine = progress.outcome().map(Outcome::statistics).orElse(EngineStatistics.NONE);
        Instant began = progress.began().orElse(progress.submitted());
        progress.ended().ifPresent(ended -> {
            Duration running = Duration.between(began, ended);
            Duration ours = running.minus(engine.elapsed());
            statistics
                    .put("EngineExecutionTimeInMillis", engine.elapsed().toMillis())
                    .put("DataScannedInBytes", engine.scannedBytes())
                    .put("TotalExecutionTimeInMillis", Duration.between(progress.submitted(), ended).toMillis())
                    .put("QueryQueueTimeInMillis", Duration.between(progress.submitted(), began).plus(engine.queued()).toMillis())
                    .put("QueryPlanningTimeInMillis", engine.planning().toMillis())
                    .put("ServiceProcessingTimeInMillis", Math.max(0, ours.toMillis()));
        });
        return statistics;
    }

    static ObjectNode runtime(QueryExecution execution) {
        Progress progress = execution.progress();
        EngineStatistics engine = progress.outcome().map(Outcome::statistics).orElse(EngineStatistics.NONE);
        ObjectNode runtime = Json.object();
        runtime.set("Timeline", statistics(progress).without("DataScannedInBytes"));
        runtime.putObject("Rows").put("InputRows", engine.inputRows()).put("InputBytes", engine.scannedBytes());
        return runtime;
    }
}
