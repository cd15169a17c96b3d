package sluice.local.runtime;

import java.io.IOException;
import java.io.InputStream;

/** Ends this process when the stream that its parent holds open reaches its end, even if the parent was killed. */
final class Lifeline {
    private Lifeline() {
    }

    static Thread watch(InputStream held, Runnable end) {
        return Thread.ofPlatform().daemon().name("lifeline").start(() -> {
            awaitEnd(held);
            end.run();
        });
    }

    private static void awaitEnd(InputStream held) {
        byte[] ignored = new byte[64];
        try {
            while (held.read(ignored) >= 0) {
                // Nothing is ever said on the lifeline; only its end means something.
            }
        } catch (IOException broken) {
            // A broken lifeline is an ended one.
        }
    }
}
