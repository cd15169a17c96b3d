package sluice.local.athena;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.stream.Stream;
import sluice.local.athena.api.AthenaApi;
import sluice.local.athena.catalog.AwsWorkGroups;
import sluice.local.athena.catalog.GlueCatalogue;
import sluice.local.athena.engine.Context;
import sluice.local.athena.engine.Engine;
import sluice.local.athena.engine.Sink;
import sluice.local.athena.engine.StopSwitch;
import sluice.local.athena.query.ExecutionStore;
import sluice.local.athena.query.Executions;
import sluice.local.athena.query.StatementRunner;
import sluice.local.athena.result.OutputBucket;
import sluice.local.athena.sql.Rewriting;

/** All parts of the local Athena, started in order and closed in the reverse one. */
final class LocalAthena implements AutoCloseable {
    /** As many as Athena's console shows; each keeps its result on disk until it is pushed out. */
    private static final int REMEMBERED = 2000;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final URI uri;

    private LocalAthena(Arguments arguments, Consumer<Throwable> report) throws IOException {
        Path results = temporaryFolder();
        Engine engine = part(Engine.start(arguments.engine()));
        GlueCatalogue glue = part(new GlueCatalogue(arguments.engine()));
        AwsWorkGroups workGroups = part(new AwsWorkGroups(arguments.engine()));
        OutputBucket output = part(new OutputBucket(arguments.engine()));
        Executions executions = part(new Executions(new ExecutionStore(REMEMBERED), new StatementRunner(engine, glue, output),
                results, InstantSource.system(), Executions.randomIds()));
        // The first statement loads a good second of classes: better now than in someone's query.
        engine.run(Rewriting.own("select 1"), Context.of("default"), Sink.NONE, new StopSwitch());
        uri = part(AthenaServer.start(arguments.port(), new AthenaApi(executions, glue, workGroups, report))).uri();
    }

    static LocalAthena start(Arguments arguments, Consumer<Throwable> report) throws IOException {
        return new LocalAthena(arguments, report);
    }

    URI uri() {
        return uri;
    }

    private <T extends AutoCloseable> T part(T part) {
        parts.push(part);
        return part;
    }

    private Path temporaryFolder() throws IOException {
        Path folder = Files.createTempDirectory("sluice-athena-");
        parts.push(() -> delete(folder));
        return folder;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
