package sluice.statemachine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import sluice.lake.json.Json;

/** MiniStack's Step Functions in a process of its own, without waits; its tasks are answered by the test. */
final class StatesInterpreter implements AutoCloseable {
  private static final Path PROGRAM = Path.of("src", "test", "python", "stubbed_states.py");
  // No scenario takes a second; this only keeps a broken one from hanging the build.
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String GONE = "";

  private final Process process;
  private final BufferedWriter toProcess;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Path log;
  private int runs;

  StatesInterpreter(String python) throws IOException {
    log = Files.createTempFile("stubbed-states", ".log");
    ProcessBuilder builder = new ProcessBuilder(python, PROGRAM.toString()).redirectError(log.toFile());
    builder.environment().put("SFN_WAIT_SCALE", "0");
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    process = builder.start();
    toProcess = process.outputWriter(StandardCharsets.UTF_8);
    Thread.ofVirtual().start(this::read);
  }

  /** Runs the workflow once; one at a time, because a task's call does not say which execution it belongs to. */
  synchronized Walk run(String definition, String input, Function<TaskCall, Answer> tasks) {
    String name = "walk-" + ++runs;
    say(Map.of("run", Map.of("name", name, "definition", definition, "input", input)));
    List<Transition> transitions = new ArrayList<>();
    List<TaskCall> calls = new ArrayList<>();
    while (true) {
      JsonNode line = next(transitions);
      JsonNode walked = line.path("walked");
      JsonNode ended = line.path("ended");
      if (line.has("task")) {
        TaskCall call = call(line.path("task"));
        calls.add(call);
        answer(line.path("task").path("id"), tasks.apply(call));
      } else if (line.has("walked")) {
        transitions.add(new Transition(
            walked.path("from").asText(), walked.path("via").asText(), walked.path("to").asText()));
      } else {
        return new Walk(ended.path("status").asText(), parsed(ended.path("output").asText("null")),
            ended.path("error").asText(null), ended.path("cause").asText(null), transitions, calls);
      }
    }
  }

  @Override
  public void close() throws IOException {
    toProcess.close();
    process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join().destroyForcibly();
    Files.deleteIfExists(log);
  }

  private static TaskCall call(JsonNode task) {
    return new TaskCall(task.path("state").asText(), task.path("resource").asText(), task.path("arguments"));
  }

  private void answer(JsonNode id, Answer answer) {
    say(Map.of("answer", switch (answer) {
      case Answer.Result ok -> Map.of("id", id, "result", ok.result());
      case Answer.Thrown thrown -> Map.of("id", id, "error", thrown.error(), "cause", thrown.cause());
    }));
  }

  private void say(Map<String, ?> message) {
    try {
      toProcess.write(Json.MAPPER.writeValueAsString(message));
      toProcess.newLine();
      toProcess.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException("the interpreter is gone: " + said(), gone);
    }
  }

  private JsonNode next(List<Transition> soFar) {
    try {
      String line = lines.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (line == null || line.equals(GONE)) {
        throw new AssertionError("the interpreter said nothing more after " + soFar + ": " + said());
      }
      return parsed(line);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private void read() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException closed) {
      // The process is gone; the marker below tells the waiting test.
    }
    lines.add(GONE);
  }

  private String said() {
    try {
      return Files.readString(log);
    } catch (IOException unreadable) {
      return "(" + log + " cannot be read)";
    }
  }

  private static JsonNode parsed(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (IOException notJson) {
      throw new UncheckedIOException("not JSON: " + json, notJson);
    }
  }
}
