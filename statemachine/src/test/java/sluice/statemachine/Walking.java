package sluice.statemachine;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/** Gives a test class an interpreter of its own for as long as its tests run. */
@Tag("world")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Walking {
  private static final String PIPELINE = TestPipeline.rendered();

  private StatesInterpreter interpreter;

  @BeforeAll
  void start() throws IOException {
    interpreter = Interpreters.start();
  }

  @AfterAll
  void stop() throws IOException {
    if (interpreter != null) {
      interpreter.close();
    }
  }

  Walk walk(Script script) {
    return walk("{}", script);
  }

  Walk walk(String input, Script script) {
    return interpreter.run(PIPELINE, input, script);
  }
}
