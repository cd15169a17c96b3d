package sluice.local.runtime;

import java.time.Instant;

/** One event that the Runtime API handed out, with what the handler's context needs. */
record Invocation(String requestId, String functionArn, Instant deadline, String traceId, byte[] event) {
    // The event is handed to the handler once and never compared, so the array is not copied.
}
