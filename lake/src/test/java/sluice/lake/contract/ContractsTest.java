package sluice.lake.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.DatasetName;
import sluice.lake.problem.InvalidInputException;

class ContractsTest {
  private static final String ORDERS = """
      dataset: orders
      version: 3
      description: Orders of the shop. One row per order.
      owner: shop-team
      load: upsert
      key: [shop, id]
      columns:
        - {name: shop, type: string, required: true, description: Which one.}
        - {name: id, type: long, required: true, description: Its number.}
        - {name: paid, type: "decimal(12,2)", description: What was paid.}
      """;

  @TempDir Path folder;

  @Test
  void readsAContract() throws IOException {
    Path file = Files.writeString(folder.resolve("orders.yml"), ORDERS);
    assertThat(Contracts.read(file)).isEqualTo(new Contract(
        new DatasetName("orders"), 3, "Orders of the shop. One row per order.", "shop-team", Load.UPSERT, List.of("shop", "id"),
        List.of(
            new Column("shop", LogicalType.STRING, true, "Which one."),
            new Column("id", LogicalType.parse("long"), true, "Its number."),
            new Column("paid", LogicalType.parse("decimal(12,2)"), false, "What was paid."))));
  }

  @Test
  void knowsTheColumnsOfEachZone() throws IOException {
    Contract contract = Contracts.read(Files.writeString(folder.resolve("orders.yml"), ORDERS));
    assertThat(contract.columnNames()).containsExactly("shop", "id", "paid");
    assertThat(contract.requiredColumns()).containsExactly("shop", "id");
    assertThat(contract.rawColumns()).containsExactly("shop", "id", "paid", "_unlisted");
    assertThat(contract.validatedColumns()).containsExactly("shop", "id", "paid", "_unlisted",
        "_run_id", "_run_started_at", "_source_object", "_source_version", "_row_number", "_contract_version");
  }

  @Test
  void readsAFolderSortedAndPassesOverOtherFiles() throws IOException {
    Files.writeString(folder.resolve("orders.yml"), ORDERS);
    Files.writeString(folder.resolve("bills.yml"), ORDERS.replace("dataset: orders", "dataset: bills"));
    Files.writeString(folder.resolve("notes.md"), "not a contract");
    assertThat(Contracts.readAll(folder).keySet()).extracting(DatasetName::value).containsExactly("bills", "orders");
  }

  @Test
  void reportsTheProblemsOfAllFilesTogether() throws IOException {
    Files.writeString(folder.resolve("bills.yml"), "dataset: bills");
    Files.writeString(folder.resolve("orders.yml"), ORDERS.replace("version: 3", "version: new"));
    assertThatThrownBy(() -> Contracts.readAll(folder))
        .isInstanceOfSatisfying(InvalidInputException.class, wrong -> assertThat(wrong.problems()).hasSize(7));
  }

  @Test
  void saysWhichContractThisBuildHasNot() {
    assertThatThrownBy(() -> Contracts.bundled(new DatasetName("nowhere")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no contract for dataset nowhere: expected contracts/nowhere.yml in this build");
  }
}
