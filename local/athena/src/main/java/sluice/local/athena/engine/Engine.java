package sluice.local.athena.engine;

import io.airlift.units.Duration;
import io.trino.client.ClientSession;
import io.trino.client.QueryError;
import io.trino.client.QueryStatusInfo;
import io.trino.client.StatementClient;
import io.trino.client.StatementClientFactory;
import io.trino.plugin.hive.HivePlugin;
import io.trino.plugin.iceberg.IcebergPlugin;
import io.trino.server.testing.TestingTrinoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import sluice.local.athena.sql.CreateTableAs;
import sluice.local.athena.sql.Rewriting;

/** The Trino server inside this process. One statement in, its rows out to a sink; any number of threads at once. */
public final class Engine implements AutoCloseable {
    private static final java.time.Duration PATIENCE = java.time.Duration.ofMinutes(10);

    private final TestingTrinoServer trino;
    private final OkHttpClient http = new OkHttpClient.Builder().readTimeout(PATIENCE).build();

    private Engine(TestingTrinoServer trino) {
        this.trino = trino;
    }

    public static Engine start(Lake lake) {
        QuietLogging.install();
        TestingTrinoServer trino = TestingTrinoServer.builder().setProperties(ServerSettings.forHeap(Runtime.getRuntime().maxMemory())).build();
        trino.installPlugin(new HivePlugin());
        trino.installPlugin(new IcebergPlugin());
        trino.createCatalog(CreateTableAs.CATALOGS.hive(), "hive", Connectors.hive(lake));
        trino.createCatalog(CreateTableAs.CATALOGS.iceberg(), "iceberg", Connectors.iceberg(lake));
        return new Engine(trino);
    }

    /** One more catalog of Hive tables, under a name of its own. */
    public void alsoRead(String catalog, Lake lake) {
        trino.createCatalog(catalog, "hive", Connectors.hive(lake));
    }

    /**
     * Runs a statement to its end.
     *
     * @throws EngineException when Trino refuses or fails it; its places are those of the user's text
     * @throws StoppedException when {@code stop} closed it
     */
    public Finished run(Rewriting statement, Context context, Sink sink, StopSwitch stop) {
        try (StatementClient client = StatementClientFactory.newStatementClient((Call.Factory) http, session(context), context.command(statement))) {
            stop.onStop(client::close);
            boolean columnsTold = false;
            while (client.isRunning()) {
                QueryStatusInfo status = client.currentStatusInfo();
                if (!columnsTold && status.getColumns() != null && status.getUpdateType() == null) {
                    sink.columns(status.getColumns());
                    columnsTold = true;
                }
                if (columnsTold) {
                    for (List<Object> row : client.currentRows()) {
                        sink.row(row);
                    }
                }
                client.advance();
            }
            if (stop.stopped() || client.isClientAborted()) {
                throw new StoppedException();
            }
            QueryStatusInfo last = client.finalStatusInfo();
            failIf(last.getError(), statement);
            if (!columnsTold && last.getColumns() != null && last.getUpdateType() == null) {
                sink.columns(last.getColumns());
            }
            return new Finished(EngineStatistics.of(last.getStats()), Optional.ofNullable(last.getUpdateType()), last.getUpdateCount());
        }
    }

    /** The columns that a query would give, with their types in Trino's words, without running it. */
    public Map<String, String> columns(String query, String database, StopSwitch stop) {
        Map<String, String> found = new LinkedHashMap<>();
        run(Context.describeCommand(), Context.describing(database, query), Sink.rows(row -> found.put((String) row.get(0), (String) row.get(4))), stop);
        return found;
    }

    private static void failIf(QueryError error, Rewriting statement) {
        if (error != null) {
            throw new EngineException(error.getErrorName(), EngineException.Blame.valueOf(error.getErrorType()), statement.relocate(String.valueOf(error.getMessage())));
        }
    }

    private ClientSession session(Context context) {
        return ClientSession.builder()
                .server(trino.getBaseUrl())
                .user(Optional.of("athena"))
                .source("athena")
                .catalog(CreateTableAs.CATALOGS.hive())
                .schema(context.database())
                .timeZone(ZoneId.of("UTC"))
                .preparedStatements(context.prepared())
                .clientRequestTimeout(Duration.succinctDuration(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .build();
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        try {
            trino.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
