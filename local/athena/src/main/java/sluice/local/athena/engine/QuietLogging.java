package sluice.local.athena.engine;

import io.airlift.log.Logging;
import java.io.PrintStream;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

/** Lets warnings and errors of Trino and its libraries through to standard error, one line each, and nothing else anywhere. */
final class QuietLogging {
    // Held, because loggers that nobody holds forget their level.
    private static final Logger ANNOUNCER = Logger.getLogger("io.airlift.log.Logging");
    /** Warns after every commit that it cannot tell which files it may delete, because it looks at a table older than its commit. */
    private static final Logger FALSE_ALARM = Logger.getLogger("org.apache.iceberg.BaseTransaction");

    private QuietLogging() {
    }

    static void install() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ANNOUNCER.setLevel(Level.WARNING);
        // Trino's server does this once by itself, in its own manner; done first, it can be put right afterwards.
        Logging.initialize();
        System.setOut(out);
        System.setErr(err);
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(new Flushing(err));
        root.setLevel(Level.WARNING);
        FALSE_ALARM.setLevel(Level.SEVERE);
    }

    private static final class Flushing extends StreamHandler {
        Flushing(PrintStream err) {
            super(err, new OneLine());
        }

        @Override
        public synchronized void publish(LogRecord entry) {
            super.publish(entry);
            flush();
        }
    }

    private static final class OneLine extends Formatter {
        @Override
        public String format(LogRecord entry) {
            String cause = entry.getThrown() == null ? "" : ": " + entry.getThrown();
            return "local Athena: %s %s: %s%s%n".formatted(entry.getLevel(), entry.getLoggerName(), formatMessage(entry), cause);
        }
    }
}
