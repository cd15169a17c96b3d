package sluice.extractors.kit.json;

import java.io.Serial;
import sluice.extractors.kit.Fault;

/** A page that is not what a page should be; the message goes on after "page 3 …". */
public final class BadPageException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final Fault fault;

  BadPageException(Fault fault, String what, Throwable cause) {
    super(what, cause);
    this.fault = fault;
  }

  BadPageException(Fault fault, String what) {
    this(fault, what, null);
  }

  public Fault fault() {
    return fault;
  }
}
