package sluice.local.athena.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.local.athena.catalog.GlueCatalogue;
import sluice.local.athena.catalog.WorkGroup;
import sluice.local.athena.engine.AwsLake;
import sluice.local.athena.query.ExecutionStore;
import sluice.local.athena.query.Executions;

/** What no SDK would send. */
class AthenaApiTest {
    private final List<Throwable> reported = new ArrayList<>();
    private final AwsLake nowhere = new AwsLake(URI.create("http://127.0.0.1:9"), "eu-central-1");
    private final GlueCatalogue glue = new GlueCatalogue(nowhere);
    private Executions executions;
    private AthenaApi api;

    @BeforeEach
    void start(@TempDir Path folder) {
        executions = new Executions(new ExecutionStore(10), (e, file) -> {
            throw new IllegalStateException("not run here");
        }, folder, InstantSource.system(), Executions.randomIds());
        api = new AthenaApi(executions, glue, WorkGroup::free, reported::add);
    }

    @AfterEach
    void stop() {
        executions.close();
        glue.close();
    }

    @Test
    void refusesAnOperationThatItDoesNotServe() {
        AthenaApi.Answer answer = api.answer("AmazonAthena.CreateNotebook", new byte[0]);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(json(answer).path("__type").asText()).isEqualTo("UnknownOperationException");
        assertThat(json(answer).path("message").asText()).isEqualTo("the local Athena does not serve 'AmazonAthena.CreateNotebook'");
    }

    @Test
    void refusesABodyThatIsNoJson() {
        AthenaApi.Answer answer = api.answer("AmazonAthena.StartQueryExecution", "{\"Query".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(json(answer).path("__type").asText()).isEqualTo("SerializationException");
        assertThat(json(answer).path("message").asText()).startsWith("the request is no JSON: ");
    }

    @Test
    void namesTheFieldThatIsMissing() {
        assertThat(json(api.answer("AmazonAthena.GetQueryExecution", new byte[0])).path("Message").asText()).isEqualTo("QueryExecutionId is missing");
    }

    @Test
    void tellsWhoRunsItOfFaultsOfItsOwn() {
        AthenaApi.Answer answer = api.answer("AmazonAthena.ListDatabases", "{\"CatalogName\":\"AwsDataCatalog\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(json(answer).path("__type").asText()).isEqualTo("InternalServerException");
        assertThat(reported).hasSize(1);
    }

    private static JsonNode json(AthenaApi.Answer answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
