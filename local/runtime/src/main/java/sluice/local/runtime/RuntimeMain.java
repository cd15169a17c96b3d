package sluice.local.runtime;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** Runs one Lambda handler against the Runtime API until the API goes away. */
public final class RuntimeMain {
    private RuntimeMain() {
    }

    /** The handler ({@code package.Class::method}) comes from {@code _HANDLER}, as on AWS. */
    public static void main(String[] arguments) {
        RuntimeEnvironment environment = RuntimeEnvironment.of(System.getenv());
        Lifeline.watch(System.in, RuntimeMain::endWithEverything);
        RuntimeApi api = new RuntimeApi(URI.create("http://" + environment.runtimeApi()));
        System.exit(run(environment, api));
    }

    private static void endWithEverything() {
        Descendants.end(ProcessHandle.current(), Duration.ofSeconds(1));
        // Not exit: a handler's shutdown hook could wait for somebody who is gone.
        Runtime.getRuntime().halt(0);
    }

    private static int run(RuntimeEnvironment environment, RuntimeApi api) {
        try {
            LoadedHandler handler;
            try {
                handler = HandlerLoader.load(environment.handler(), Thread.currentThread().getContextClassLoader());
            } catch (Throwable failure) {
                // Whatever stops a handler from loading is a fact about the function, so it is reported, never only thrown.
                failure.printStackTrace(System.out);
                System.out.flush();
                api.initializationFailed(ErrorReport.of(failure));
                return 1;
            }
            new InvocationLoop(api, handler, environment, Clock.systemUTC(), System.out)
                    .run(Long.getLong("sluice.local.invocations", Long.MAX_VALUE));
        } catch (IOException gone) {
            // The emulator has ended; a worker has nothing left to do and nobody to tell.
            return 0;
        }
        return 0;
    }
}
