package sluice.cli;

/** What the exit code of a command says; the numbers are part of the command line's promise. */
public enum Exit {
  /** Done: succeeded, partial, valid or nothing to do. */
  DONE(0),
  /** The answer is no: a run failed. */
  NO(1),
  /** The input is wrong; nothing was started. */
  WRONG_INPUT(2),
  /** This machine or environment is not ready; nothing was started. */
  NOT_READY(3),
  /** Another command holds the lock or the port. */
  BUSY(4),
  /** A defect of ours. */
  DEFECT(70);

  public final int code;

  Exit(int code) {
    this.code = code;
  }
}
