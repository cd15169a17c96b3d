package sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.json.Json;

class MainTest {
  @TempDir
  Path folder;

  private record Ended(int exit, String out, String err) {}

  @Test
  void anUnknownOptionIsWrongInputAndOneDocument() throws Exception {
    Ended ended = run("demo", "--json", "--sead", "9");

    assertThat(ended.exit()).isEqualTo(2);
    JsonNode document = Json.MAPPER.readTree(ended.out());
    assertThat(document.path("kind").asText()).isEqualTo("sluice.error/1");
    assertThat(document.path("exit").asInt()).isEqualTo(2);
    assertThat(document.path("error").path("what").asText()).contains("--sead");
    assertThat(document.path("error").path("next").get(0).asText()).isEqualTo("./sluice demo --help");
  }

  @Test
  void anUnknownSourceNamesTheKnownOnes() throws Exception {
    Ended ended = run("run", "--source", "no_such_source");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("error[W012]: there is no source \"no_such_source\"").contains("currency_rates, devitjobs, nofluffjobs");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void aFolderWithoutRecordingsIsRefusedBeforeAnythingStarts() throws Exception {
    Ended ended = run("demo", "--data", folder.toString());

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("error[W011]").contains("a folder without nofluffjobs/api_search/");
    assertThat(folder.resolve("home/world.json")).doesNotExist();
  }

  @Test
  void aWrongContractNamesFileLineAndKeyBeforeAnythingStarts() throws Exception {
    Path project = projectWith("""
        dataset: nofluffjobs
        version: 1
        description: One advert. One row per posting.
        owner: data-platform
        load: append
        key: [id]
        columns:
          - name: id
            type: strin
            required: true
            description: the source's id
        """);

    Ended ended = runIn(project, "demo", "--json");

    assertThat(ended.exit()).isEqualTo(2);
    JsonNode error = Json.MAPPER.readTree(ended.out()).path("error");
    assertThat(error.path("file").asText()).endsWith("contracts/nofluffjobs.yml");
    assertThat(error.path("line").asInt()).isEqualTo(9);
    assertThat(error.path("found").asText()).contains("strin");
    assertThat(ended.err()).contains("contracts/nofluffjobs.yml:9:").contains("^");
  }

  @Test
  void proveNeedsAWordThatItKnows() throws Exception {
    assertThat(run("prove")).satisfies(ended -> {
      assertThat(ended.exit()).isEqualTo(2);
      assertThat(ended.err()).contains("error[W015]: prove needs a word: faults, planted or aws").contains("./sluice prove faults");
    });
    assertThat(run("prove", "magic")).satisfies(ended -> {
      assertThat(ended.exit()).isEqualTo(2);
      assertThat(ended.err()).contains("magic").contains("./sluice prove --help");
    });
  }

  @Test
  void aRepairOfAnUnknownDatasetNamesTheKnownOnesBeforeAnythingStarts() throws Exception {
    Ended ended = run("repair", "ordes", "--dry-run");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("error[W040]: there is no contract for \"ordes\"; did you mean \"orders\"?");
    assertThat(folder.resolve("home/world.json")).doesNotExist();
  }

  @Test
  void downWithNothingUpIsFine() throws Exception {
    Ended ended = run("down", "--json");

    assertThat(ended.exit()).isZero();
    assertThat(Json.MAPPER.readTree(ended.out()).path("stopped").asBoolean()).isFalse();
  }

  private Path projectWith(String contract) throws IOException {
    Path project = folder.resolve("project");
    Path real = Path.of("..").toAbsolutePath().normalize();
    Files.createDirectories(project.resolve("contracts"));
    for (String source : List.of("nofluffjobs", "devitjobs", "currency_rates")) {
      Files.createDirectories(project.resolve("extractors").resolve(source));
      Files.copy(real.resolve("extractors").resolve(source).resolve("source.yml"), project.resolve("extractors").resolve(source).resolve("source.yml"));
      Files.copy(real.resolve("contracts").resolve(source + ".yml"), project.resolve("contracts").resolve(source + ".yml"));
    }
    Files.writeString(project.resolve("contracts/nofluffjobs.yml"), contract);
    return project;
  }

  private Ended run(String... arguments) throws Exception {
    return runIn(Path.of(".."), arguments);
  }

  private Ended runIn(Path project, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SLUICE_ROOT", project.toAbsolutePath().toString());
    builder.environment().put("SLUICE_HOME", folder.resolve("home").toString());
    Process process = builder.start();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Thread reader = Thread.ofVirtual().start(() -> {
      try {
        process.getErrorStream().transferTo(err);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    reader.join();
    return new Ended(exit, out, err.toString(StandardCharsets.UTF_8));
  }
}
