package sluice.extractors.kit;

/** A bound of the source's own source.yml was reached. The workflow knows this name: a person has to look. */
public final class LimitExceededException extends SourceException {
  private static final long serialVersionUID = 1;

  public LimitExceededException(Fault fault, String what) {
    super(fault, what, null);
  }

  public LimitExceededException(Fault fault, String what, Throwable cause) {
    super(fault, what, cause);
  }
}
