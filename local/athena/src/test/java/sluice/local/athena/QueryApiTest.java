package sluice.local.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sluice.local.athena.api.AthenaApi;
import sluice.local.athena.catalog.GlueCatalogue;
import sluice.local.athena.catalog.UnknownWorkGroupException;
import sluice.local.athena.catalog.WorkGroup;
import sluice.local.athena.engine.AwsLake;
import sluice.local.athena.engine.EngineException;
import sluice.local.athena.engine.EngineStatistics;
import sluice.local.athena.query.ExecutionStore;
import sluice.local.athena.query.Executions;
import sluice.local.athena.query.Outcome;
import sluice.local.athena.query.QueryExecution;
import sluice.local.athena.result.ResultColumn;
import sluice.local.athena.result.ResultWriter;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.Row;
import software.amazon.awssdk.services.athena.model.StatementType;

/** The query operations as AWS's own SDK sees them, with an engine that answers by hand. */
@Timeout(60)
class QueryApiTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AwsLake nowhere = new AwsLake(URI.create("http://127.0.0.1:9"), "eu-central-1");
    private final GlueCatalogue glue = new GlueCatalogue(nowhere);
    private Executions executions;
    private AthenaServer server;
    private AthenaClient athena;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        executions = new Executions(new ExecutionStore(100), this::run, folder, InstantSource.fixed(NOON), () -> "id-" + next.incrementAndGet());
        server = AthenaServer.start(0, new AthenaApi(executions, glue, QueryApiTest::workGroup, problem -> { }));
        athena = AthenaClient.builder()
                .endpointOverride(server.uri())
                .region(Region.EU_CENTRAL_1)
                .httpClient(ApacheHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
    }

    @AfterEach
    void stop() {
        athena.close();
        server.close();
        executions.close();
        glue.close();
    }

    /** select N gives N rows; insert counts; values waits until it is stopped; the others fail. */
    private Outcome run(QueryExecution execution, Path file) {
        String sql = execution.request().sql();
        if (sql.startsWith("select ")) {
            ResultWriter writer = ResultWriter.withHeader(file);
            try (writer) {
                writer.resultColumns(List.of(new ResultColumn("n", "integer", 10, 0), new ResultColumn("maybe", "varchar", 9, 0)));
                IntStream.range(0, Integer.parseInt(sql.substring(7))).forEach(i -> writer.row(Arrays.asList(i, i % 2 == 0 ? null : "odd")));
            }
            EngineStatistics statistics = new EngineStatistics(12, 4096, Duration.ofMillis(70), Duration.ofMillis(5), Duration.ofMillis(20));
            return new Outcome(statistics, OptionalLong.empty(), writer.file());
        }
        if (sql.startsWith("insert")) {
            return new Outcome(EngineStatistics.NONE, OptionalLong.of(3), Optional.empty());
        }
        if (sql.startsWith("values")) {
            execution.stopSwitch().onStop(stopped::countDown);
            try {
                stopped.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        throw new EngineException("TABLE_NOT_FOUND", EngineException.Blame.USER_ERROR, "line 1:13: Table 'awsdatacatalog.db.x' does not exist");
    }

    @Test
    void tellsTheWholeStoryOfAQuery() {
        String id = athena.startQueryExecution(r -> r.queryString("select 2").workGroup("sluice")
                .queryExecutionContext(c -> c.catalog("awsdatacatalog").database("Sluice_Curated"))
                .resultConfiguration(c -> c.outputLocation("s3://results/here"))).queryExecutionId();

        var execution = finished(id);

        assertThat(execution.status().state()).isEqualTo(QueryExecutionState.SUCCEEDED);
        assertThat(execution.status().submissionDateTime()).isEqualTo(NOON);
        assertThat(execution.status().completionDateTime()).isEqualTo(NOON);
        assertThat(execution.statementType()).isEqualTo(StatementType.DML);
        assertThat(execution.substatementType()).isEqualTo("SELECT");
        assertThat(execution.workGroup()).isEqualTo("sluice");
        assertThat(execution.queryExecutionContext().database()).isEqualTo("sluice_curated");
        assertThat(execution.resultConfiguration().outputLocation()).isEqualTo("s3://results/here/id-1.csv");
        assertThat(execution.engineVersion().effectiveEngineVersion()).isEqualTo("Athena engine version 3");
        assertThat(execution.statistics().dataScannedInBytes()).isEqualTo(4096);
        assertThat(execution.statistics().engineExecutionTimeInMillis()).isEqualTo(70);
        assertThat(execution.statistics().queryPlanningTimeInMillis()).isEqualTo(20);
        assertThat(execution.statistics().queryQueueTimeInMillis()).isEqualTo(5);
    }

    @Test
    void givesRowsWithTheHeaderFirstAndNothingForNull() {
        GetQueryResultsResponse results = athena.getQueryResults(r -> r.queryExecutionId(ran("select 2")));

        assertThat(rows(results.resultSet().rows())).containsExactly(List.of("n", "maybe"), Arrays.asList("0", null), List.of("1", "odd"));
        assertThat(results.resultSet().resultSetMetadata().columnInfo()).extracting(c -> c.name() + " " + c.type() + " " + c.precision())
                .containsExactly("n integer 10", "maybe varchar 9");
        assertThat(results.nextToken()).isNull();
    }

    @Test
    void givesAThousandRowsAPageAndAllOfThemInTheEnd() {
        String id = ran("select 2500");

        List<Integer> sizes = athena.getQueryResultsPaginator(r -> r.queryExecutionId(id)).stream().map(page -> page.resultSet().rows().size()).toList();
        List<Row> all = athena.getQueryResultsPaginator(r -> r.queryExecutionId(id).maxResults(77)).stream().flatMap(page -> page.resultSet().rows().stream()).toList();

        assertThat(sizes).containsExactly(1000, 1000, 501);
        assertThat(all).hasSize(2501);
        assertThat(all.getLast().data().getFirst().varCharValue()).isEqualTo("2499");
    }

    @Test
    void countsChangedRows() {
        GetQueryResultsResponse results = athena.getQueryResults(r -> r.queryExecutionId(ran("insert into t select 1")));

        assertThat(results.updateCount()).isEqualTo(3);
        assertThat(results.resultSet().rows()).isEmpty();
    }

    @Test
    void keepsNameLineAndColumnOfAnError() {
        var execution = finished(start("delete from x"));

        assertThat(execution.status().state()).isEqualTo(QueryExecutionState.FAILED);
        assertThat(execution.status().stateChangeReason()).isEqualTo("TABLE_NOT_FOUND: line 1:13: Table 'awsdatacatalog.db.x' does not exist");
        assertThat(execution.status().athenaError().errorCategory()).isEqualTo(2);
        assertThat(execution.status().athenaError().retryable()).isFalse();
        assertThat(execution.status().athenaError().errorMessage()).isEqualTo(execution.status().stateChangeReason());
        assertThatThrownBy(() -> athena.getQueryResults(r -> r.queryExecutionId(execution.queryExecutionId())))
                .isInstanceOf(InvalidRequestException.class).hasMessageContaining("Query did not finish successfully. Final query state: FAILED");
    }

    @Test
    void refusesATextThatIsNoStatementBeforeItStarts() {
        assertThatThrownBy(() -> start("selct 1")).isInstanceOf(InvalidRequestException.class).hasMessageContaining("line 1:1: mismatched input 'selct'.");
        assertThatThrownBy(() -> start("create table t (a int) location 's3://b'")).isInstanceOf(InvalidRequestException.class).hasMessageContaining("add 'table_type' = 'ICEBERG'");
    }

    @Test
    void stopsARunningQuery() {
        String id = start("values 1");
        assertThatThrownBy(() -> athena.getQueryResults(r -> r.queryExecutionId(id)))
                .isInstanceOf(InvalidRequestException.class).hasMessageContaining("Query has not yet finished. Current state: ");

        athena.stopQueryExecution(r -> r.queryExecutionId(id));

        var execution = finished(id);
        assertThat(execution.status().state()).isEqualTo(QueryExecutionState.CANCELLED);
        assertThat(execution.status().stateChangeReason()).isEqualTo("Query cancelled by user");
    }

    @Test
    void startsOneQueryForOneToken() {
        String first = athena.startQueryExecution(r -> r.queryString("select 1").clientRequestToken("a-token-of-at-least-32-characters")).queryExecutionId();

        assertThat(athena.startQueryExecution(r -> r.queryString("select 1").clientRequestToken("a-token-of-at-least-32-characters")).queryExecutionId()).isEqualTo(first);
        assertThatThrownBy(() -> athena.startQueryExecution(r -> r.queryString("select 2").clientRequestToken("a-token-of-at-least-32-characters")))
                .isInstanceOf(InvalidRequestException.class).hasMessageContaining("Idempotent parameters do not match");
    }

    @Test
    void listsTheNewestFirstAndOnlyTheWorkgroups() {
        List<String> ids = new ArrayList<>();
        IntStream.range(0, 3).forEach(i -> ids.add(start("select 1")));
        athena.startQueryExecution(r -> r.queryString("select 1").workGroup("other"));

        List<String> listed = athena.listQueryExecutionsPaginator(r -> r.maxResults(2)).stream().flatMap(page -> page.queryExecutionIds().stream()).toList();

        assertThat(listed).isEqualTo(ids.reversed());
        assertThat(athena.listQueryExecutions(r -> r.workGroup("other")).queryExecutionIds()).hasSize(1);
        assertThatThrownBy(() -> athena.listQueryExecutions(r -> r.maxResults(51)))
                .isInstanceOf(InvalidRequestException.class).hasMessageContaining("MaxResults must be between 1 and 50, found 51");
        assertThatThrownBy(() -> athena.listQueryExecutions(r -> r.nextToken("x")))
                .isInstanceOf(InvalidRequestException.class).hasMessageContaining("NextToken 'x' was not given by this list");
    }

    @Test
    void tellsManyQueriesAtOnceAndWhichItDoesNotKnow() {
        String id = ran("select 1");

        var answer = athena.batchGetQueryExecution(r -> r.queryExecutionIds(id, "nobody"));

        assertThat(answer.queryExecutions()).extracting(software.amazon.awssdk.services.athena.model.QueryExecution::queryExecutionId).containsExactly(id);
        assertThat(answer.unprocessedQueryExecutionIds()).extracting(u -> u.queryExecutionId() + ": " + u.errorMessage())
                .containsExactly("nobody: QueryExecution nobody was not found");
    }

    @Test
    void refusesWhatItDoesNotKnowOrUnderstand() {
        assertThatThrownBy(() -> athena.getQueryExecution(r -> r.queryExecutionId("nobody")))
                .isInstanceOf(InvalidRequestException.class).hasMessageContaining("QueryExecution nobody was not found");
        assertThatThrownBy(() -> athena.startQueryExecution(r -> r.queryString("select 1").resultConfiguration(c -> c.outputLocation("results/here"))))
                .isInstanceOf(InvalidRequestException.class).hasMessageContaining("outputLocation is not a valid S3 path: 'results/here'");
        String id = ran("select 1");
        assertThatThrownBy(() -> athena.getQueryResults(r -> r.queryExecutionId(id).nextToken("-1")))
                .isInstanceOf(InvalidRequestException.class).hasMessageContaining("NextToken '-1' was not given by this query");
        assertThatThrownBy(() -> athena.getQueryResults(r -> r.queryExecutionId(id).maxResults(1001)))
                .isInstanceOf(InvalidRequestException.class).hasMessageContaining("MaxResults must be between 1 and 1000, found 1001");
    }

    @Test
    void putsResultsWhereTheWorkgroupWantsThem() {
        String fallback = athena.startQueryExecution(r -> r.queryString("select 1").workGroup("fallback")).queryExecutionId();
        String own = athena.startQueryExecution(r -> r.queryString("select 1").workGroup("fallback").resultConfiguration(c -> c.outputLocation("s3://mine/"))).queryExecutionId();
        String enforced = athena.startQueryExecution(r -> r.queryString("select 1").workGroup("enforced").resultConfiguration(c -> c.outputLocation("s3://mine/"))).queryExecutionId();

        assertThat(List.of(finished(fallback), finished(own), finished(enforced))).extracting(e -> e.resultConfiguration().outputLocation())
                .containsExactly("s3://group/id-1.csv", "s3://mine/id-2.csv", "s3://group/id-3.csv");
        assertThatThrownBy(() -> athena.startQueryExecution(r -> r.queryString("select 1").workGroup("nobody")))
                .isInstanceOf(InvalidRequestException.class).hasMessageContaining("WorkGroup nobody is not found.");
    }

    @Test
    void tellsHowMuchAQueryRead() {
        var statistics = athena.getQueryRuntimeStatistics(r -> r.queryExecutionId(ran("select 1"))).queryRuntimeStatistics();

        assertThat(statistics.rows().inputRows()).isEqualTo(12);
        assertThat(statistics.rows().inputBytes()).isEqualTo(4096);
        assertThat(statistics.timeline().engineExecutionTimeInMillis()).isEqualTo(70);
    }

    @Test
    void knowsTheOneCatalog() {
        assertThat(athena.getDataCatalog(r -> r.name("awsdatacatalog")).dataCatalog().typeAsString()).isEqualTo("GLUE");
        assertThat(athena.listDataCatalogs(r -> { }).dataCatalogsSummary()).extracting(c -> c.catalogName()).containsExactly("AwsDataCatalog");
        assertThatThrownBy(() -> athena.getDataCatalog(r -> r.name("other")))
                .isInstanceOf(InvalidRequestException.class).hasMessageContaining("DataCatalog other was not found; there is only AwsDataCatalog");
    }

    private static WorkGroup workGroup(String name) {
        return switch (name) {
            case "fallback" -> new WorkGroup(name, false, Optional.of("s3://group/"));
            case "enforced" -> new WorkGroup(name, true, Optional.of("s3://group/"));
            case "nobody" -> throw new UnknownWorkGroupException("WorkGroup nobody is not found.");
            default -> WorkGroup.free(name);
        };
    }

    private String start(String sql) {
        return athena.startQueryExecution(r -> r.queryString(sql)).queryExecutionId();
    }

    private String ran(String sql) {
        String id = start(sql);
        finished(id);
        return id;
    }

    private software.amazon.awssdk.services.athena.model.QueryExecution finished(String id) {
        while (true) {
            var execution = athena.getQueryExecution(r -> r.queryExecutionId(id)).queryExecution();
            if (execution.status().state() != QueryExecutionState.QUEUED && execution.status().state() != QueryExecutionState.RUNNING) {
                return execution;
            }
        }
    }

    private static List<List<String>> rows(List<Row> rows) {
        return rows.stream().map(row -> row.data().stream().map(Datum::varCharValue).toList()).toList();
    }
}
