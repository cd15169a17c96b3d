package sluice.local.athena;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.stream.Collectors;

/** Runs the local Athena as a process: one line {@code READY {json}} on standard output, everything else on standard error. */
public final class LocalAthenaMain {
    private static final int BAD_ARGUMENTS = 2;
    private static final int DID_NOT_START = 1;

    private LocalAthenaMain() {
    }

    public static void main(String[] words) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        Arguments arguments;
        try {
            arguments = Arguments.parse(words);
        } catch (IllegalArgumentException e) {
            err.println("local Athena: " + e.getMessage());
            System.exit(BAD_ARGUMENTS);
            return;
        }
        try {
            LocalAthena athena = LocalAthena.start(arguments, problem -> problem.printStackTrace(err));
            Runtime.getRuntime().addShutdownHook(new Thread(athena::close, "shutdown"));
            if (arguments.lifeline()) {
                endWith(System.in);
            }
            out.println("READY {\"url\":\"" + athena.uri() + "\"}");
            out.flush();
        } catch (IOException | RuntimeException | Error e) {
            describe(e, err);
            // Trino's threads would keep a half-started process alive.
            System.exit(DID_NOT_START);
        }
    }

    /** One line for each cause: the whole stack of a failed injection is a thousand lines long. */
    private static void describe(Throwable failure, PrintStream err) {
        err.println("local Athena: did not start: " + firstLine(failure));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            err.println("local Athena:   because of " + firstLine(cause));
        }
    }

    private static String firstLine(Throwable failure) {
        return failure.toString().lines().filter(line -> !line.isBlank()).limit(2).collect(Collectors.joining(" "));
    }

    /** The parent holds the other end of the stream; when it dies in whatever way, the stream ends. */
    private static void endWith(InputStream parent) {
        Thread.ofPlatform().daemon().name("lifeline").start(() -> {
            try {
                while (parent.read() >= 0) {
                    continue;
                }
            } catch (IOException e) {
                // as good as its end
            }
            System.exit(0);
        });
    }
}
