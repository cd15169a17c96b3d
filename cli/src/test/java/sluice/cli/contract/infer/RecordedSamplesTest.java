package sluice.cli.contract.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.DatasetName;
import sluice.lake.contract.Column;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Contracts;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Problem;

/** Recorded files of other people; they are not part of the project, so that these tests skip where they are not. */
class RecordedSamplesTest {
  private static final Path CONTRACTS = Path.of("../contracts");

  @TempDir Path folder;

  @Test
  void everyMessyFileGetsAContractThatReadsBackOrAReason() throws IOException {
    int proposed = 0;
    for (Path file : files("messy", ".csv", ".json", ".parquet")) {
      try {
        Proposal proposal = Proposal.of(file, new DatasetName("messy"));
        Path contract = Files.writeString(folder.resolve("messy.yml"), proposal.yaml().replace("TODO", "Known"));
        assertThat(problems(contract)).as("%s gave%n%s", file, proposal.yaml()).isEmpty();
        proposed++;
      } catch (InvalidInputException refused) {
        assertThat(refused.problems()).extracting(Problem::code).containsExactly("W041");
      }
    }
    assertThat(proposed).isGreaterThan(100);
  }

  @Test
  void theCovidContractsFitTheFilesAsTheyWerePublished() throws IOException {
    for (Path file : files("covid/nyt_us_history", ".csv")) {
      assertFits("covid_us_nyt", file);
    }
    for (Path file : files("covid", ".csv.gz")) {
      if (!file.toString().contains("_dmy")) {
        assertFits("covid_us_jhu", file);
      }
    }
  }

  private static void assertFits(String dataset, Path file) {
    Contract contract = Contracts.read(CONTRACTS.resolve(dataset + ".yml"));
    Sample sample = SampleFile.read(file);
    assertThat(sample.headers()).as(file.toString()).isEqualTo(contract.columns().stream().map(Column::header).toList());
    for (int index = 0; index < contract.columns().size(); index++) {
      Column column = contract.columns().get(index);
      List<Value> values = sample.column(index);
      assertThat(column.nullable() || values.stream().allMatch(Objects::nonNull)).as("%s has values in %s", column.name(), file).isTrue();
      assertThat(values.stream().filter(Objects::nonNull).filter(value -> !column.type().holds(value.text())))
          .as("%s is %s in %s", column.name(), column.type(), file).isEmpty();
    }
  }

  private static List<String> problems(Path contract) {
    try {
      Contracts.read(contract);
      return List.of();
    } catch (InvalidInputException wrong) {
      return wrong.problems().stream().map(Problem::toString).toList();
    }
  }

  private static List<Path> files(String name, String... endings) throws IOException {
    Path recorded = Path.of(Optional.ofNullable(System.getenv("SLUICE_RECORDED_DATA")).orElse("../../shared/data")).resolve(name);
    Assumptions.assumeTrue(Files.isDirectory(recorded), "no recorded data at " + recorded + "; SLUICE_RECORDED_DATA may name another place");
    try (Stream<Path> all = Files.walk(recorded)) {
      return all.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith)).sorted().toList();
    }
  }
}
