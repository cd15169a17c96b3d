package sluice.extractors.kit;

/** The source answers in another shape than agreed. The workflow knows this name: a second try would not help. */
public final class SourceChangedException extends SourceException {
  private static final long serialVersionUID = 1;

  public SourceChangedException(Fault fault, String what) {
    super(fault, what, null);
  }

  public SourceChangedException(Fault fault, String what, Throwable cause) {
    super(fault, what, cause);
  }
}
