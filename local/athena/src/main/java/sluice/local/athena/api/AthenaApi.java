package sluice.local.athena.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import sluice.local.athena.api.ApiException.Code;
import sluice.local.athena.catalog.GlueCatalogue;
import sluice.local.athena.catalog.WorkGroups;
import sluice.local.athena.query.Executions;

/** Answers the Athena JSON 1.1 API but for workgroups, which the local AWS keeps: every request gets an answer that an SDK understands, whatever happens. */
public final class AthenaApi {
    private final Map<String, Operation> operations = new HashMap<>();
    private final Consumer<Throwable> report;

    /** An HTTP status and a JSON body. */
    public record Answer(int status, byte[] body) {
    }

    /** @param report takes faults of our own, which the caller cannot mend */
    public AthenaApi(Executions executions, GlueCatalogue glue, WorkGroups workGroups, Consumer<Throwable> report) {
        this.report = report;
        operations.putAll(new QueryOperations(executions, workGroups).all());
        operations.putAll(new CatalogueOperations(glue).all());
    }

    /** @param target the header {@code X-Amz-Target}: {@code AmazonAthena.StartQueryExecution} */
    public Answer answer(String target, byte[] body) {
        try {
            Operation operation = operations.get(target.substring(target.lastIndexOf('.') + 1));
            if (operation == null) {
                throw new ApiException(Code.UNKNOWN_OPERATION, "the local Athena does not serve '" + target + "'");
            }
            return json(200, operation.answer(body.length == 0 ? Json.object() : Json.MAPPER.readTree(body)));
        } catch (ApiException e) {
            return error(400, e.code().shape(), e.getMessage());
        } catch (JsonProcessingException e) {
            return error(400, "SerializationException", "the request is no JSON: " + e.getOriginalMessage());
        } catch (IOException | RuntimeException e) {
            report.accept(e);
            return error(500, "InternalServerException", e.toString());
        }
    }

    private static Answer error(int status, String shape, String message) {
        return json(status, Json.object().put("__type", shape).put("message", message).put("Message", message));
    }

    private static Answer json(int status, JsonNode body) {
        try {
            return new Answer(status, Json.MAPPER.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
