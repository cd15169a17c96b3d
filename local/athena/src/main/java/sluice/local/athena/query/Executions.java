package sluice.local.athena.query;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import sluice.local.athena.engine.StoppedException;
import sluice.local.athena.sql.AthenaSql;
import sluice.local.athena.sql.Statement;
import sluice.local.athena.sql.SyntaxException;

/** Starts, runs and stops executions: so many at once, so many waiting, and a clear refusal beyond. */
public final class Executions implements AutoCloseable {
    static final int AT_ONCE = 8;
    static final int WAITING = 200;

    /** Does what a statement asks and leaves its rows in a file. */
    public interface Runner {
        Outcome run(QueryExecution execution, Path resultFile);
    }

    private final ExecutionStore store;
    private final Runner runner;
    private final Path results;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE, AT_ONCE, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), Thread.ofPlatform().daemon().name("query-", 1).factory());

    public Executions(ExecutionStore store, Runner runner, Path results, InstantSource clock, Supplier<String> ids) {
        this.store = store;
        this.runner = runner;
        this.results = results;
        this.clock = clock;
        this.ids = ids;
        threads.allowCoreThreadTimeOut(true);
    }

    public static Supplier<String> randomIds() {
        return () -> UUID.randomUUID().toString();
    }

    public ExecutionStore store() {
        return store;
    }

    /**
     * Starts what the request asks, unless its token has started it before.
     *
     * @throws SyntaxException when the text is no statement: nothing is started then
     * @throws TooManyQueriesException when all places, running and waiting, are taken
     */
    public QueryExecution start(String token, QueryRequest request) {
        Statement statement = AthenaSql.read(request.sql(), request.database());
        ExecutionStore.Begun begun = store.begin(token, request, () -> new QueryExecution(ids.get(), request, statement, clock));
        if (begun.isNew()) {
            try {
                threads.execute(() -> run(begun.execution()));
            } catch (RejectedExecutionException e) {
                begun.execution().cancel();
                throw new TooManyQueriesException(e);
            }
        }
        return begun.execution();
    }

    public void stop(QueryExecution execution) {
        execution.cancel();
    }

    private void run(QueryExecution execution) {
        if (!execution.begin()) {
            return;
        }
        try {
            Outcome outcome = runner.run(execution, results.resolve(execution.id() + ".csv"));
            if (!execution.succeed(outcome)) {
                outcome.result().ifPresent(result -> result.delete());
            }
        } catch (StoppedException e) {
            execution.cancel();
        } catch (RuntimeException e) {
            execution.fail(Failure.of(e));
        }
    }

    @Override
    public void close() {
        store.newestFirst().forEach(QueryExecution::cancel);
        threads.shutdownNow();
    }

    /** @return false when something still ran after that time */
    boolean awaitClosed(Duration most) throws InterruptedException {
        return threads.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS);
    }
}
