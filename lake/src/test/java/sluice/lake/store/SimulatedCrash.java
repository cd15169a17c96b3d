package sluice.lake.store;

/** Stands for the end of the process: an Error, so that no honest catch block goes on after it. */
public final class SimulatedCrash extends Error {
  private static final long serialVersionUID = 1L;

  SimulatedCrash(String call) {
    super("the process ended at call " + call);
  }
}
