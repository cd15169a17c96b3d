package sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockTest {
  @TempDir
  Path folder;

  /** Takes the lock, says so, and holds it until its standard input ends. */
  static final class Holder {
    public static void main(String[] arguments) throws IOException {
      try (Lock lock = Lock.acquire(Path.of(arguments[0]), Clock.systemUTC(), "demo")) {
        System.out.println("held " + lock.getClass().getSimpleName());
        System.in.readAllBytes();
      } catch (CommandException busy) {
        System.out.println("busy " + busy.getMessage());
      }
    }
  }

  @Test
  void tellsASecondCommandWhoHoldsIt() throws IOException, InterruptedException {
    Process first = holder();
    assertThat(line(first)).startsWith("held");

    Process second = holder();
    assertThat(line(second)).startsWith("busy error[W020]: another command is at work here: ./sluice demo since ").contains("(pid " + first.pid() + ")");

    first.getOutputStream().close();
    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
  }

  @Test
  void isFreeAgainWhenTheHolderWasKilled() throws IOException, InterruptedException {
    Process first = holder();
    assertThat(line(first)).startsWith("held");
    first.destroyForcibly().waitFor();

    try (Lock lock = Lock.acquire(folder.resolve("lock"), Clock.systemUTC(), "demo")) {
      assertThat(lock).isNotNull();
      assertThat(Files.readString(folder.resolve("lock"))).contains("pid " + ProcessHandle.current().pid());
    }
  }

  private Process holder() throws IOException {
    return new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
        Holder.class.getName(), folder.resolve("lock").toString())).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static String line(Process process) throws IOException {
    return new BufferedReader(new InputStreamReader(process.getInputStream(), java.nio.charset.StandardCharsets.UTF_8)).readLine();
  }
}
