package sluice.local.athena.query;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import sluice.local.athena.engine.StopSwitch;
import sluice.local.athena.sql.FirstWords;
import sluice.local.athena.sql.Statement;

/** One query on its way. It moves forward only: what happens after its end changes nothing. */
public final class QueryExecution {
    private final String id;
    private final QueryRequest request;
    private final Statement statement;
    private final StatementKind kind;
    private final InstantSource clock;
    private final StopSwitch stop = new StopSwitch();
    private final CountDownLatch end = new CountDownLatch(1);
    private Progress progress;

    QueryExecution(String id, QueryRequest request, Statement statement, InstantSource clock) {
        this.id = id;
        this.request = request;
        this.statement = statement;
        this.kind = StatementKind.of(FirstWords.of(request.sql()));
        this.clock = clock;
        this.progress = Progress.queued(clock.instant());
    }

    public String id() {
        return id;
    }

    public QueryRequest request() {
        return request;
    }

    public Statement statement() {
        return statement;
    }

    public StatementKind kind() {
        return kind;
    }

    /** Where the rows are to be found afterwards, when the request names a place at all. */
    public Optional<String> outputFile() {
        return outputFolder().map(folder -> folder + id + (kind.hasHeader() ? ".csv" : ".txt"));
    }

    public Optional<String> outputFolder() {
        return request.outputLocation().map(place -> place.endsWith("/") ? place : place + "/");
    }

    public synchronized Progress progress() {
        return progress;
    }

    public StopSwitch stopSwitch() {
        return stop;
    }

    /** @return false when it ended before it began */
    boolean begin() {
        return move(now -> now.running(clock.instant()));
    }

    /** @return false when it had ended already, so that nobody will ask for the outcome */
    boolean succeed(Outcome outcome) {
        return move(now -> now.succeeded(clock.instant(), outcome));
    }

    void fail(Failure why) {
        move(now -> now.failed(clock.instant(), why));
    }

    /** Cancelled at once in the books; the engine follows. */
    void cancel() {
        move(now -> now.cancelled(clock.instant()));
        stop.stop();
    }

    /** Waits for the end, but not longer than this: clients that poll are answered sooner so. */
    public Progress await(Duration most) throws InterruptedException {
        end.await(most.toMillis(), TimeUnit.MILLISECONDS);
        return progress();
    }

    private synchronized boolean move(UnaryOperator<Progress> step) {
        if (progress.state().isFinal()) {
            return false;
        }
        progress = step.apply(progress);
        if (progress.state().isFinal()) {
            end.countDown();
        }
        return true;
    }
}
