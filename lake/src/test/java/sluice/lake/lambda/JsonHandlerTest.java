package sluice.lake.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import sluice.lake.DatasetName;

class JsonHandlerTest {
  record Greeting(DatasetName dataset, int times) {}

  record Answer(String text, String absent) {}

  /** As a function's own handler looks. */
  static final class Greeter extends JsonHandler<Greeting, Answer> {
    Greeter() {
      super(Greeting.class);
    }

    @Override
    protected Answer handle(Greeting event, Context context) throws Exception {
      return switch (event.times()) {
        case -1 -> throw new WorldEndedException();
        case -2 -> throw new IllegalStateException("ours");
        case -3 -> throw new FileNotFoundException("disk");
        default -> new Answer("hello ".repeat(event.times()) + event.dataset(), null);
      };
    }
  }

  static final class WorldEndedException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void turnsJsonIntoARecordAndTheAnswerBack() throws IOException {
    assertThat(call("{\"dataset\":\"orders\",\"times\":2,\"more\":true}")).isEqualTo("{\"text\":\"hello hello orders\"}");
  }

  @Test
  void keepsTheClassOfWhateverIsThrownBecauseTheWorkflowCatchesByName() {
    assertThatThrownBy(() -> call("{\"times\":-1}")).isExactlyInstanceOf(WorldEndedException.class);
    assertThatThrownBy(() -> call("{\"times\":-2}")).isExactlyInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> call("{\"times\":-3}")).isExactlyInstanceOf(FileNotFoundException.class);
  }

  @Test
  void saysWhatIsWrongWithAnEvent() {
    assertThatThrownBy(() -> call("{\"times\":\"many\"}"))
        .isInstanceOf(BadEventException.class)
        .hasMessageStartingWith("not a Greeting event: Cannot deserialize value of type `int` from String \"many\"");
    assertThatThrownBy(() -> call("")).isInstanceOf(BadEventException.class);
    assertThatThrownBy(() -> call("null")).hasMessage("not a Greeting event: found null");
  }

  private static String call(String event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Greeter().handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, null);
    return out.toString(StandardCharsets.UTF_8);
  }
}
