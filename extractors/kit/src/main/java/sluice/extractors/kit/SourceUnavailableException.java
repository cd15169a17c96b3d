package sluice.extractors.kit;

/** The world is at fault and may have mended itself later. The workflow knows this name: it tries again. */
public final class SourceUnavailableException extends SourceException {
  private static final long serialVersionUID = 1;

  public SourceUnavailableException(Fault fault, String what) {
    super(fault, what, null);
  }

  public SourceUnavailableException(Fault fault, String what, Throwable cause) {
    super(fault, what, cause);
  }
}
