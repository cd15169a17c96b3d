package sluice.local.runtime;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The processes that a handler has started (a browser, say); they must not outlive the function. */
final class Descendants {
    private Descendants() {
    }

    /** Asks all of them to end, and makes those end that have not after the grace period. */
    static void end(ProcessHandle root, Duration grace) {
        List<ProcessHandle> all = root.descendants().toList();
        all.forEach(ProcessHandle::destroy);
        CompletableFuture<?>[] ends = all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException late) {
            // Whoever ignores the request is made to end, below.
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
