package sluice.local.athena;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Consumer;
import sluice.local.athena.api.AthenaApi;
import sluice.local.athena.catalog.AwsWorkGroups;
import sluice.local.athena.catalog.GlueCatalogue;
import sluice.local.athena.engine.AwsLake;
import sluice.local.athena.engine.Context;
import sluice.local.athena.engine.Engine;
import sluice.local.athena.engine.Sink;
import sluice.local.athena.engine.StopSwitch;
import sluice.local.athena.query.ExecutionStore;
import sluice.local.athena.query.Executions;
import sluice.local.athena.query.StatementRunner;
import sluice.local.athena.result.OutputBucket;
import sluice.local.athena.sql.Rewriting;

/** The whole local Athena: engine, API and server, ready once it is there. */
final class LocalAthena implements AutoCloseable {
    /** Each keeps its result on disk until newer ones push it out. */
    private static final int REMEMBERED = 2000;

    private final Parts parts;
    private final URI uri;

    private LocalAthena(Parts parts, URI uri) {
        this.parts = parts;
        this.uri = uri;
    }

    /** @param report takes faults of our own, which no client can mend */
    static LocalAthena start(Arguments arguments, Consumer<Throwable> report) throws IOException {
        Parts parts = new Parts();
        Engine engine = parts.add(Engine.start(arguments.lake()));
        AthenaApi api = api(parts, engine, arguments.lake(), report);
        // The first statement loads a good second of classes: better now than in someone's query.
        engine.run(Rewriting.own("select 1"), Context.of("default"), Sink.NONE, new StopSwitch());
        return new LocalAthena(parts, parts.add(AthenaServer.start(arguments.port(), api)).uri());
    }

    static AthenaApi api(Parts parts, Engine engine, AwsLake aws, Consumer<Throwable> report) throws IOException {
        GlueCatalogue glue = parts.add(new GlueCatalogue(aws));
        AwsWorkGroups workGroups = parts.add(new AwsWorkGroups(aws));
        OutputBucket output = parts.add(new OutputBucket(aws));
        Executions executions = parts.add(new Executions(new ExecutionStore(REMEMBERED), new StatementRunner(engine, glue, output),
                parts.temporaryFolder(), InstantSource.system(), Executions.randomIds()));
        return new AthenaApi(executions, glue, workGroups, report);
    }

    URI uri() {
        return uri;
    }

    @Override
    public void close() {
        parts.close();
    }
}
