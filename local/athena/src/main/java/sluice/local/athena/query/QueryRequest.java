package sluice.local.athena.query;

import java.util.List;
import java.util.Optional;

/** What StartQueryExecution asks for. Two equal requests with one token are one execution. */
public record QueryRequest(String sql, String catalog, String database, String workGroup, Optional<String> outputLocation, List<String> parameters) {

    public QueryRequest {
        parameters = List.copyOf(parameters);
    }
}
