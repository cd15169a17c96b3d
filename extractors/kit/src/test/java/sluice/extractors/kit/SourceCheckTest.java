package sluice.extractors.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.extractors.kit.rest.SourceYml;
import sluice.lake.DatasetName;
import sluice.lake.contract.Column;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Contracts;
import sluice.lake.contract.Load;
import sluice.lake.contract.LogicalType;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.source.SourceSpec;
import sluice.lake.source.Sources;

class SourceCheckTest {
  @TempDir Path folder;

  @Test
  void everySourceOfTheProjectFitsItsContract() {
    Path project = ProjectRoot.find();
    Map<DatasetName, Contract> contracts = Contracts.readAll(project.resolve("contracts"));
    List<SourceSpec> sources = Sources.readAll(project.resolve("extractors"));
    assertThat(sources).extracting(s -> s.source().value()).contains("nofluffjobs", "currency_rates");
    for (SourceSpec source : sources) {
      assertThat(contracts).containsKey(source.source());
      SourceCheck.require(source, contracts.get(source.source()));
    }
  }

  @Test
  void aCarriedValueNeedsAColumnOfTheContract() {
    SourceSpec spec = SourceYml.rest(folder, """
        base_url: https://board.example/
        method: GET
        path: jobs
        params: {currency: PLN}
        paginator: {type: none}
        carry_params: {id: currency, requested: currency}
        """);
    InvalidInputException invalid = catchThrowableOfType(InvalidInputException.class, () -> SourceCheck.require(spec, board()));
    assertThat(invalid.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.code()).isEqualTo("C304");
      assertThat(problem.what()).isEqualTo("the contract has no column \"requested\" to carry this to");
      assertThat(problem.expected()).isEqualTo("one of id");
      assertThat(problem.line() + ":" + problem.column()).isEqualTo("15:43");
    });
  }

  @Test
  void theSettingsOfADatabaseAreCheckedToo() {
    SourceSpec spec = SourceYml.jdbc(folder, "secret: sluice/board\nquery: drop table jobs\nfetch_rows: 10\n");
    assertThatThrownBy(() -> SourceCheck.require(spec, board())).isInstanceOf(InvalidInputException.class).hasMessageContaining("C312");
  }

  private static Contract board() {
    return new Contract(new DatasetName("board"), 1, "Jobs. One row per job.", "tests", Load.APPEND, List.of("id"),
        List.of(new Column("id", LogicalType.STRING, true, "The job.")));
  }
}
