package sluice.statemachine;

import java.io.IOException;
import org.junit.jupiter.api.Assumptions;

/** Where tests get MiniStack's interpreter from, if this machine has one. */
final class Interpreters {
  private static final String PYTHON = "SLUICE_LOCAL_PYTHON";

  private Interpreters() {}

  static StatesInterpreter start() throws IOException {
    String python = System.getenv(PYTHON);
    Assumptions.assumeTrue(python != null && !python.isBlank(),
        () -> "skipped: the workflow is not walked, because " + PYTHON + " does not name a Python that has ministack");
    return new StatesInterpreter(python);
  }
}
