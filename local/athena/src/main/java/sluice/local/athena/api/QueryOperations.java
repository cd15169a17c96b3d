package sluice.local.athena.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import sluice.local.athena.api.ApiException.Code;
import sluice.local.athena.catalog.UnknownWorkGroupException;
import sluice.local.athena.catalog.WorkGroup;
import sluice.local.athena.catalog.WorkGroups;
import sluice.local.athena.query.Executions;
import sluice.local.athena.query.QueryExecution;
import sluice.local.athena.query.QueryRequest;
import sluice.local.athena.query.TokenReusedException;
import sluice.local.athena.query.TooManyQueriesException;
import sluice.local.athena.sql.RefusedException;
import sluice.local.athena.sql.SyntaxException;

/** Starting queries, following, stopping and listing them. */
final class QueryOperations {
    /** Clients poll about once a second; an answer that waits a moment for the end spares them most of it. */
    private static final Duration PATIENCE = Duration.ofMillis(400);
    private static final int LIST_PAGE = 50;

    private final Executions executions;
    private final WorkGroups workGroups;

    QueryOperations(Executions executions, WorkGroups workGroups) {
        this.executions = executions;
        this.workGroups = workGroups;
    }

    Map<String, Operation> all() {
        return Map.of(
                "StartQueryExecution", this::start,
                "GetQueryExecution", this::get,
                "BatchGetQueryExecution", this::batchGet,
                "ListQueryExecutions", this::list,
                "StopQueryExecution", this::stop,
                "GetQueryResults", this::results,
                "GetQueryRuntimeStatistics", this::runtimeStatistics);
    }

    private JsonNode start(JsonNode request) {
        String token = Json.text(request, "ClientRequestToken").orElseGet(() -> UUID.randomUUID().toString());
        try {
            return Json.object().put("QueryExecutionId", executions.start(token, asked(request)).id());
        } catch (SyntaxException | RefusedException | TokenReusedException | UnknownWorkGroupException e) {
            throw new ApiException(Code.INVALID_REQUEST, e.getMessage());
        } catch (TooManyQueriesException e) {
            throw new ApiException(Code.TOO_MANY_REQUESTS, e.getMessage());
        }
    }

    private QueryRequest asked(JsonNode request) {
        JsonNode context = request.path("QueryExecutionContext");
        WorkGroup workGroup = workGroups.find(Json.text(request, "WorkGroup").orElse("primary"));
        return new QueryRequest(
                Json.required(request, "QueryString"),
                Json.text(context, "Catalog").orElse("awsdatacatalog"),
                Json.text(context, "Database").orElse("default").toLowerCase(Locale.ROOT),
                workGroup.name(),
                workGroup.output(Json.text(request.path("ResultConfiguration"), "OutputLocation").map(QueryOperations::checkedLocation)),
                Json.texts(request, "ExecutionParameters"));
    }

    private static String checkedLocation(String location) {
        if (!location.matches("s3://[^/]+(/.*)?")) {
            throw new ApiException(Code.INVALID_REQUEST, "outputLocation is not a valid S3 path: '" + location + "'");
        }
        return location;
    }

    private JsonNode get(JsonNode request) {
        QueryExecution execution = find(Json.required(request, "QueryExecutionId"));
        try {
            execution.await(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ObjectNode answer = Json.object();
        answer.set("QueryExecution", ExecutionJson.of(execution));
        return answer;
    }

    private JsonNode batchGet(JsonNode request) {
        ObjectNode answer = Json.object();
        ArrayNode found = answer.putArray("QueryExecutions");
        ArrayNode missing = answer.putArray("UnprocessedQueryExecutionIds");
        for (String id : Json.texts(request, "QueryExecutionIds")) {
            executions.store().find(id).ifPresentOrElse(
                    execution -> found.add(ExecutionJson.of(execution)),
                    () -> missing.addObject().put("QueryExecutionId", id).put("ErrorCode", "INVALID_INPUT").put("ErrorMessage", notFound(id)));
        }
        return answer;
    }

    private JsonNode list(JsonNode request) {
        String workGroup = Json.text(request, "WorkGroup").orElse("primary");
        List<String> ids = executions.store().newestFirst().stream().filter(e -> e.request().workGroup().equals(workGroup)).map(QueryExecution::id).toList();
        Page<String> page = Page.of(request, ids, LIST_PAGE);
        ObjectNode answer = Json.object();
        page.entries().forEach(answer.putArray("QueryExecutionIds")::add);
        page.writeToken(answer);
        return answer;
    }

    private JsonNode stop(JsonNode request) {
        executions.stop(find(Json.required(request, "QueryExecutionId")));
        return Json.object();
    }

    private JsonNode results(JsonNode request) {
        return ResultJson.page(find(Json.required(request, "QueryExecutionId")), request);
    }

    private JsonNode runtimeStatistics(JsonNode request) {
        ObjectNode answer = Json.object();
        answer.set("QueryRuntimeStatistics", ExecutionJson.runtime(find(Json.required(request, "QueryExecutionId"))));
        return answer;
    }

    private QueryExecution find(String id) {
        return executions.store().find(id).orElseThrow(() -> new ApiException(Code.INVALID_REQUEST, notFound(id)));
    }

    private static String notFound(String id) {
        return "QueryExecution " + id + " was not found";
    }
}
