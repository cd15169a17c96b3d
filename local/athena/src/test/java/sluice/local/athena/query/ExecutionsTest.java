package sluice.local.athena.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sluice.local.athena.engine.EngineException;
import sluice.local.athena.engine.EngineStatistics;
import sluice.local.athena.result.ResultFile;
import sluice.local.athena.sql.SyntaxException;

@Timeout(60)
class ExecutionsTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final AtomicInteger next = new AtomicInteger();
    private final List<Executions> started = new ArrayList<>();

    @AfterEach
    void close() {
        started.forEach(Executions::close);
    }

    @Test
    void runsAQueryToItsEnd() throws Exception {
        QueryExecution execution = executions((e, file) -> NOTHING).start("token", request("select 1"));

        Progress end = execution.await(LONG);

        assertThat(end.state()).isEqualTo(State.SUCCEEDED);
        assertThat(end.submitted()).isEqualTo(NOON);
        assertThat(end.ended()).contains(NOON);
        assertThat(end.reason()).isEmpty();
        assertThat(execution.kind()).isEqualTo(new StatementKind(StatementKind.Type.DML, "SELECT"));
    }

    @Test
    void keepsTheReasonOfAFailure() throws Exception {
        QueryExecution execution = executions((e, file) -> {
            throw new EngineException("DIVISION_BY_ZERO", EngineException.Blame.USER_ERROR, "Division by zero");
        }).start("token", request("select 1/0"));

        Progress end = execution.await(LONG);

        assertThat(end.state()).isEqualTo(State.FAILED);
        assertThat(end.reason()).contains("DIVISION_BY_ZERO: Division by zero");
    }

    @Test
    void startsNothingForATextThatIsNoStatement() {
        Executions executions = executions((e, file) -> NOTHING);

        assertThatThrownBy(() -> executions.start("token", request("selct"))).isInstanceOf(SyntaxException.class);
        assertThat(executions.store().newestFirst()).isEmpty();
    }

    @Test
    void startsOneQueryForOneToken() {
        Executions executions = executions((e, file) -> NOTHING);

        QueryExecution first = executions.start("token", request("select 1"));

        assertThat(executions.start("token", request("select 1"))).isSameAs(first);
        assertThat(executions.start("other", request("select 1"))).isNotSameAs(first);
        assertThatThrownBy(() -> executions.start("token", request("select 2")))
                .isInstanceOf(TokenReusedException.class)
                .hasMessage("Idempotent parameters do not match: this ClientRequestToken began another query");
    }

    @Test
    void cancelsARunningQueryAtOnceAndForgetsWhatItStillBrings() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch through = new CountDownLatch(1);
        Executions executions = executions((e, file) -> {
            e.stopSwitch().onStop(stopped::countDown);
            running.countDown();
            awaitQuietly(stopped);
            ResultFile late = resultIn(file);
            through.countDown();
            return new Outcome(EngineStatistics.NONE, OptionalLong.empty(), Optional.of(late));
        });
        QueryExecution execution = executions.start("token", request("select 1"));
        awaitQuietly(running);

        executions.stop(execution);

        assertThat(execution.progress().state()).isEqualTo(State.CANCELLED);
        assertThat(execution.progress().reason()).contains("Query cancelled by user");
        awaitQuietly(through);
        executions.close();
        executions.awaitClosed(LONG);
        assertThat(folder).isEmptyDirectory();
        assertThat(execution.progress().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void letsQueriesWaitAndRefusesThoseThatFindNoPlace() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        Executions executions = executions((e, file) -> {
            awaitQuietly(hold);
            return NOTHING;
        });
        for (int i = 0; i < Executions.AT_ONCE + Executions.WAITING; i++) {
            executions.start("token" + i, request("select 1"));
        }
        QueryExecution last = executions.store().newestFirst().getFirst();

        assertThat(last.progress().state()).isEqualTo(State.QUEUED);
        assertThatThrownBy(() -> executions.start("one more", request("select 1")))
                .isInstanceOf(TooManyQueriesException.class)
                .hasMessageStartingWith("You have exceeded the limit for the number of queries you can run concurrently.");
        hold.countDown();
        assertThat(last.await(LONG).state()).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void neverRunsAQueryThatWasCancelledWhileItWaited() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        Set<String> ran = ConcurrentHashMap.newKeySet();
        Executions executions = executions((e, file) -> {
            awaitQuietly(hold);
            ran.add(e.id());
            return NOTHING;
        });
        for (int i = 0; i < Executions.AT_ONCE; i++) {
            executions.start("token" + i, request("select 1"));
        }
        QueryExecution waiting = executions.start("waiting", request("select 1"));

        executions.stop(waiting);
        QueryExecution after = executions.start("after", request("select 1"));
        hold.countDown();

        assertThat(after.await(LONG).state()).isEqualTo(State.SUCCEEDED);
        assertThat(waiting.progress().state()).isEqualTo(State.CANCELLED);
        assertThat(ran).contains(after.id()).doesNotContain(waiting.id());
    }

    @Test
    void forgetsTheOldestFinishedOnesWithTheirResults() throws Exception {
        Executions executions = executions(2, (e, file) -> new Outcome(EngineStatistics.NONE, OptionalLong.empty(), Optional.of(resultIn(file))));
        for (String token : List.of("a", "b", "c")) {
            executions.start(token, request("select 1")).await(LONG);
        }

        assertThat(executions.store().newestFirst()).extracting(QueryExecution::id).containsExactly("3", "2");
        assertThat(executions.store().find("1")).isEmpty();
        assertThat(folder.resolve("1.csv")).doesNotExist();
        assertThat(folder.resolve("2.csv")).exists();
    }

    @Test
    void saysWhereResultsGo() {
        Executions executions = executions((e, file) -> NOTHING);

        assertThat(executions.start("a", request("select 1", "s3://b/out")).outputFile()).contains("s3://b/out/1.csv");
        assertThat(executions.start("b", request("show tables", "s3://b/out/")).outputFile()).contains("s3://b/out/2.txt");
        assertThat(executions.start("c", request("select 1")).outputFile()).isEmpty();
    }

    private static final Outcome NOTHING = new Outcome(EngineStatistics.NONE, OptionalLong.empty(), Optional.empty());

    private Executions executions(Executions.Runner runner) {
        return executions(1000, runner);
    }

    private Executions executions(int most, Executions.Runner runner) {
        Executions executions = new Executions(new ExecutionStore(most), runner, folder, InstantSource.fixed(NOON), () -> String.valueOf(next.incrementAndGet()));
        started.add(executions);
        return executions;
    }

    private static QueryRequest request(String sql) {
        return new QueryRequest(sql, "awsdatacatalog", "db", "primary", Optional.empty(), List.of());
    }

    private static QueryRequest request(String sql, String output) {
        return new QueryRequest(sql, "awsdatacatalog", "db", "primary", Optional.of(output), List.of());
    }

    private static ResultFile resultIn(Path file) {
        try {
            return new ResultFile(Files.writeString(file, "\"1\"\n"), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            if (!latch.await(LONG.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("nothing happened");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
