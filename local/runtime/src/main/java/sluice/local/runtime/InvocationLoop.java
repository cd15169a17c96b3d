package sluice.local.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;

/** Serves one invocation after the other; a handler's failure is an answer, never the end of the loop. */
final class InvocationLoop {
    /** Printed after the last log line of an invocation, so that the emulator knows the log is complete without waiting. */
    static final String END_OF_LOG = "\u0000end-of-log ";

    private final Invocations invocations;
    private final LoadedHandler handler;
    private final RuntimeEnvironment environment;
    private final Clock clock;
    private final PrintStream log;

    InvocationLoop(Invocations invocations, LoadedHandler handler, RuntimeEnvironment environment, Clock clock, PrintStream log) {
        this.invocations = invocations;
        this.handler = handler;
        this.environment = environment;
        this.clock = clock;
        this.log = log;
    }

    /** Ends after so many invocations (a class archive is written at an orderly end) or with the exception of {@code next()}. */
    void run(long count) throws IOException {
        for (long served = 0; served < count; served++) {
            serve(invocations.next());
        }
    }

    private void serve(Invocation invocation) throws IOException {
        Context context = new InvocationContext(invocation, environment, clock, log);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ErrorReport error = null;
        try {
            handler.handle(new ByteArrayInputStream(invocation.event()), answer, context);
        } catch (Throwable failure) {
            failure.printStackTrace(log);
            error = ErrorReport.of(failure);
        }
        endLog(invocation);
        if (error == null) {
            invocations.succeeded(invocation.requestId(), answer.toByteArray());
        } else {
            invocations.failed(invocation.requestId(), error);
        }
    }

    private void endLog(Invocation invocation) {
        System.err.flush();
        log.print(END_OF_LOG + invocation.requestId() + "\n");
        log.flush();
    }
}
