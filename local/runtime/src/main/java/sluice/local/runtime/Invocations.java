package sluice.local.runtime;

import java.io.IOException;

/** Where invocations come from and where their outcomes go. */
interface Invocations {
    /** Waits for the next event. */
    Invocation next() throws IOException;

    void succeeded(String requestId, byte[] answer) throws IOException;

    void failed(String requestId, ErrorReport error) throws IOException;
}
