package sluice.local.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.local.world.ManagedProcess.Tether;

class ManagedProcessTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir
  Path folder;

  @Test
  void answersWhatFollowsTheReadyLine() throws Exception {
    ManagedProcess process = start("echo hello; echo 'READY {\"port\": 1}'; exec sleep 60", Tether.NONE);
    try {
      assertThat(process.awaitReady(LIMIT)).isEqualTo("{\"port\": 1}");
    } finally {
      ManagedProcess.stop(process.handle(), LIMIT);
    }
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void saysWhatAProcessSaidThatEndedBeforeItWasReady() throws IOException {
    ManagedProcess process = start("echo no such file; exit 3", Tether.NONE);

    assertThatThrownBy(() -> process.awaitReady(LIMIT))
        .isInstanceOf(WorldException.class)
        .hasMessage("sample ended with exit code 3 before it was ready: no such file (log: " + folder.resolve("logs/sample.log") + ")");
  }

  @Test
  void endsAProcessAndItsChildrenThatDoNotListen() throws Exception {
    ManagedProcess process = start("trap '' TERM; sleep 60 & echo READY x; wait; wait", Tether.NONE);
    process.awaitReady(LIMIT);
    List<ProcessHandle> children = process.handle().descendants().toList();

    ManagedProcess.stop(process.handle(), Duration.ofMillis(200));

    assertThat(children).isNotEmpty();
    for (ProcessHandle child : children) {
      child.onExit().get(20, TimeUnit.SECONDS);
    }
    process.handle().onExit().get(20, TimeUnit.SECONDS);
    assertThat(process.isAlive()).isFalse();
  }

  private ManagedProcess start(String script, Tether tether) throws IOException {
    return ManagedProcess.start(new ManagedProcess.Spec("sample", List.of("bash", "-c", script), folder, Map.of(), tether), folder.resolve("logs"));
  }
}
