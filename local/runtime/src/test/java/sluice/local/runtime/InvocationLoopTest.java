package sluice.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvocationLoopTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Memory memory = new Memory();

    @Test
    void answersOneInvocationAfterTheOther() throws IOException {
        memory.offer("a", "1");
        memory.offer("b", "2");
        loop((event, answer, context) -> event.transferTo(answer)).run(2);
        assertThat(memory.outcomes).containsExactly("a succeeded 1", "b succeeded 2");
    }

    @Test
    void goesOnAfterAFailure() throws IOException {
        memory.offer("a", "fail");
        memory.offer("b", "2");
        loop((event, answer, context) -> {
            byte[] bytes = event.readAllBytes();
            if (bytes.length > 1) {
                throw new IllegalStateException("boom");
            }
            answer.write(bytes);
        }).run(2);
        assertThat(memory.outcomes).containsExactly("a failed java.lang.IllegalStateException boom", "b succeeded 2");
        assertThat(logged()).contains("java.lang.IllegalStateException: boom", "\tat sluice.local.runtime.InvocationLoopTest");
    }

    @Test
    void anErrorOfTheMachineIsAnAnswerAsWell() throws IOException {
        memory.offer("a", "{}");
        loop((event, answer, context) -> {
            throw new NoClassDefFoundError("com/example/Missing");
        }).run(1);
        assertThat(memory.outcomes).containsExactly("a failed java.lang.NoClassDefFoundError com/example/Missing");
    }

    @Test
    void marksTheEndOfTheLogBeforeItAnswers() throws IOException {
        memory.offer("a", "{}");
        memory.whenAnswered = () -> memory.outcomes.add(logged().endsWith("\nlast words\n\u0000end-of-log a\n") ? "log complete" : "log incomplete");
        loop((event, answer, context) -> context.getLogger().log("first\nlast words")).run(1);
        assertThat(memory.outcomes).containsExactly("a succeeded ", "log complete");
    }

    @Test
    void givesTheHandlerTheContextOfItsInvocation() throws IOException {
        memory.offer("a", "{}");
        List<Object> seen = new ArrayList<>();
        loop((event, answer, context) -> {
            seen.add(context.getAwsRequestId());
            seen.add(context.getFunctionName());
            seen.add(context.getFunctionVersion());
            seen.add(context.getInvokedFunctionArn());
            seen.add(context.getMemoryLimitInMB());
            seen.add(context.getRemainingTimeInMillis());
            seen.add(context.getLogGroupName());
            seen.add(context.getLogStreamName());
        }).run(1);
        assertThat(seen).containsExactly("a", "validate", "$LATEST", "arn", 512, 5000, "/aws/lambda/validate", "stream");
    }

    @Test
    void endsWhenTheApiIsGone() {
        assertThatThrownBy(() -> loop((event, answer, context) -> { }).run(1)).isInstanceOf(IOException.class).hasMessage("gone");
    }

    private InvocationLoop loop(LoadedHandler handler) {
        RuntimeEnvironment environment = new RuntimeEnvironment("api", "h", "validate", "$LATEST", 512, "/aws/lambda/validate", "stream");
        return new InvocationLoop(memory, handler, environment, Clock.fixed(NOW, ZoneOffset.UTC), new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    private String logged() {
        return log.toString(StandardCharsets.UTF_8);
    }

    /** Invocations without HTTP. */
    private static final class Memory implements Invocations {
        private final Deque<Invocation> waiting = new ArrayDeque<>();
        private final List<String> outcomes = new ArrayList<>();
        private Runnable whenAnswered = () -> { };

        void offer(String id, String event) {
            waiting.add(new Invocation(id, "arn", NOW.plusSeconds(5), null, event.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public Invocation next() throws IOException {
            if (waiting.isEmpty()) {
                throw new IOException("gone");
            }
            return waiting.remove();
        }

        @Override
        public void succeeded(String requestId, byte[] answer) {
            outcomes.add(requestId + " succeeded " + new String(answer, StandardCharsets.UTF_8));
            whenAnswered.run();
        }

        @Override
        public void failed(String requestId, ErrorReport error) {
            outcomes.add(requestId + " failed " + error.type() + " " + error.message());
        }
    }
}
