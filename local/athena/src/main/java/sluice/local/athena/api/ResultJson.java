package sluice.local.athena.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import sluice.local.athena.api.ApiException.Code;
import sluice.local.athena.query.Outcome;
import sluice.local.athena.query.Progress;
import sluice.local.athena.query.QueryExecution;
import sluice.local.athena.result.ResultColumn;
import sluice.local.athena.result.ResultFile;

/** Rows and columns of a finished query in the API's words, page by page. */
final class ResultJson {
    private static final int MOST_ROWS = 1000;

    private ResultJson() {
    }

    static JsonNode page(QueryExecution execution, JsonNode request) {
        Progress progress = execution.progress();
        Outcome outcome = progress.outcome().orElseThrow(() -> notReady(progress));
        ObjectNode answer = Json.object();
        ObjectNode resultSet = answer.putObject("ResultSet");
        ArrayNode rows = resultSet.putArray("Rows");
        ArrayNode columns = resultSet.putObject("ResultSetMetadata").putArray("ColumnInfo");
        outcome.updatedRows().ifPresent(count -> answer.put("UpdateCount", count));
        Optional<ResultFile> result = outcome.result();
        if (result.isPresent()) {
            result.get().columns().forEach(column -> columns.add(column(column)));
            ResultFile.Page page = result.get().page(offset(request), Json.pageSize(request, MOST_ROWS));
            page.rows().forEach(row -> rows.add(row(row)));
            page.next().ifPresent(next -> answer.put("NextToken", String.valueOf(next)));
        }
        return answer;
    }

    private static ApiException notReady(Progress progress) {
        String message = switch (progress.state()) {
            case QUEUED, RUNNING -> "Query has not yet finished. Current state: " + progress.state();
            case FAILED, CANCELLED, SUCCEEDED -> "Query did not finish successfully. Final query state: " + progress.state();
        };
        return new ApiException(Code.INVALID_REQUEST, message);
    }

    private static long offset(JsonNode request) {
        String token = Json.text(request, "NextToken").orElse("0");
        if (!token.matches("\\d{1,18}")) {
            throw new ApiException(Code.INVALID_REQUEST, "NextToken '" + token + "' was not given by this query");
        }
        return Long.parseLong(token);
    }

    private static ObjectNode row(List<String> cells) {
        ObjectNode row = Json.object();
        ArrayNode data = row.putArray("Data");
        for (String cell : cells) {
            ObjectNode datum = data.addObject();
            if (cell != null) {
                datum.put("VarCharValue", cell);
            }
        }
        return row;
    }

    private static ObjectNode column(ResultColumn column) {
        return Json.object()
                .put("CatalogName", "hive").put("SchemaName", "").put("TableName", "")
                .put("Name", column.name()).put("Label", column.name()).put("Type", column.type())
                .put("Precision", column.precision()).put("Scale", column.scale())
                .put("Nullable", "UNKNOWN").put("CaseSensitive", column.caseSensitive());
    }
}
