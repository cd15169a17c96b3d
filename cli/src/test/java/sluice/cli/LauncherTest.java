package sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.json.Json;

/** What the launcher says before any Java runs. */
class LauncherTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> BASICS = List.of("bash", "env", "dirname", "date", "cat", "sed", "readlink", "id", "tr", "cksum", "find", "uname");

  @TempDir
  Path folder;

  private record Ended(int exit, String out, String err) {}

  @Test
  void anUnknownCommandNamesTheKnownOnes() throws Exception {
    Ended ended = launch(Map.of(), "dmeo", "--json");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("There is no command \"dmeo\".").contains("demo, test, up, run");
    assertThat(Json.MAPPER.readTree(ended.out()).path("kind").asText()).isEqualTo("sluice.error/1");
  }

  @Test
  void helpNeedsNothing() throws Exception {
    Ended ended = launch(bare(), "--help");

    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).contains("./sluice demo").contains("Exit codes: 0 done");
  }

  @Test
  void everythingThatIsMissingIsNamedAtOnceWithTheLineThatMendsIt() throws Exception {
    Ended ended = launch(bare(), "demo", "--json");

    assertThat(ended.exit()).isEqualTo(3);
    assertThat(ended.err())
        .contains("This machine lacks something that Sluice needs. Nothing was installed or changed.")
        .contains("Maven       not found on PATH").contains("sudo apt-get install maven")
        .contains("Python      3.11, 3.12 or 3.13 with venv not found").contains("sudo apt-get install python3 python3-venv");
    JsonNode document = Json.MAPPER.readTree(ended.out());
    assertThat(document.path("exit").asInt()).isEqualTo(3);
    assertThat(document.path("error").path("code").asText()).isEqualTo("M001");
  }

  /** A machine with a shell and nothing else. */
  private Map<String, String> bare() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (String name : BASICS) {
      for (String place : List.of("/bin", "/usr/bin")) {
        if (Files.exists(Path.of(place, name)) && !Files.exists(bin.resolve(name))) {
          Files.createSymbolicLink(bin.resolve(name), Path.of(place, name));
        }
      }
    }
    return Map.of("PATH", bin.toString(), "HOME", folder.toString());
  }

  private Ended launch(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("sluice").toString()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("SLUICE_HOME", folder.resolve("home").toString());
    builder.environment().putAll(environment);
    int exit = builder.start().waitFor();
    return new Ended(exit, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
  }
}
