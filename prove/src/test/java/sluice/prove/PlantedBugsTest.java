package sluice.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.problem.InvalidInputException;
import sluice.prove.planted.PlantedProof;
import sluice.prove.planted.PlantedReport;

class PlantedBugsTest {
  private static final Path ROOT = Path.of("..");
  @TempDir Path project;
  @TempDir Path work;

  /** Those of one room; ./sluice prove planted hunts all. */
  @Test
  void theIntakesBugsAreCaught() throws Exception {
    Files.createSymbolicLink(project.resolve("intake"), ROOT.resolve("intake").toRealPath());
    copy("random_name");
    copy("now_in_key");
    PlantedReport report = new PlantedProof(project, work).report();

    assertThat(report.missed()).isEmpty();
    assertThat(report.bugs()).extracting(PlantedReport.Hunted::name).containsExactly("now_in_key", "random_name");
    assertThat(report.bugs()).extracting(PlantedReport.Hunted::by).allMatch(by -> by.matches("(Receive|Intake)Test\\..+"));
  }

  @Test
  void aChangeThatIsNoBugIsNotCaught() throws Exception {
    Files.createSymbolicLink(project.resolve("intake"), ROOT.resolve("intake").toRealPath());
    write("harmless", "intake/src/main/java/sluice/intake/Runs.java", "return start;", "return (start);");
    PlantedReport report = new PlantedProof(project, work).report();

    assertThat(report.missed()).containsExactly("harmless");
    assertThat(report.bugs().getFirst().by()).isEqualTo("no test failed");
  }

  @Test
  void aTextThatIsNotThereOnceNamesTheFileAndItsLine() throws Exception {
    Files.createDirectories(project.resolve("room"));
    Files.writeString(project.resolve("room/File.java"), "class File { int a; int b; }\n");
    write("twice", "room/File.java", "int ", "long ");
    write("gone", "room/File.java", "int c", "long c");

    assertThatThrownBy(() -> new PlantedProof(project, work).report()).isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("prove/planted/gone.yml:4").hasMessageContaining("P001")
        .hasMessageContaining("exactly once in room/File.java").hasMessageContaining("0 times").hasMessageContaining("2 times");
  }

  @Test
  void everyBugOfTheProjectCanBePlanted() throws Exception {
    try (var files = Files.list(ROOT.resolve("prove/planted"))) {
      assertThat(files).hasSizeGreaterThan(10);
    }
    assertThat(PlantedProof.bugs(ROOT)).hasSizeGreaterThan(10);
  }

  private void copy(String name) throws Exception {
    Files.createDirectories(project.resolve("prove/planted"));
    Files.copy(ROOT.resolve("prove/planted/" + name + ".yml"), project.resolve("prove/planted/" + name + ".yml"));
  }

  private void write(String name, String file, String find, String replace) throws Exception {
    Files.createDirectories(project.resolve("prove/planted"));
    Files.writeString(project.resolve("prove/planted/" + name + ".yml"), """
        defect: Made up.
        file: %s
        edits:
          - find: "%s"
            replace: "%s"
        room: intake
        test: sluice.intake.IntakeTest
        """.formatted(file, find, replace));
  }
}
