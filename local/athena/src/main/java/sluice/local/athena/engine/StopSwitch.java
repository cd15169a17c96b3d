package sluice.local.athena.engine;

/** Stops a running statement from another thread, or one that has not begun as soon as it does. */
public final class StopSwitch {
    private Runnable stopping = () -> { };
    private boolean stopped;

    /** Tells how to stop what runs now. */
    public synchronized void onStop(Runnable how) {
        stopping = how;
        if (stopped) {
            how.run();
        }
    }

    public synchronized void stop() {
        if (!stopped) {
            stopped = true;
            stopping.run();
        }
    }

    public synchronized boolean stopped() {
        return stopped;
    }
}
