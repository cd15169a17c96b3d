package sluice.local.athena.engine;

import java.util.Map;

/** Trino's server settings for one small node: memory from the heap it is given, little history, no page for people. */
final class ServerSettings {
    private static final long MEBIBYTE = 1 << 20;

    private ServerSettings() {
    }

    static Map<String, String> forHeap(long bytes) {
        String memory = bytes / MEBIBYTE * 5 / 10 + "MB";
        return Map.of(
                "web-ui.enabled", "false",
                "query.max-memory", memory,
                "query.max-memory-per-node", memory,
                "memory.heap-headroom-per-node", bytes / MEBIBYTE * 3 / 10 + "MB",
                // Plans and statistics of past queries are most of an idle server's heap.
                "query.max-history", "10");
    }
}
