package sluice.cli.contract.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Contracts;

class ContractDocsTest {
  private static final Path PROJECT = Path.of("..");
  private static final Path SOURCE = Path.of("dbt/models/staging/orders/source_orders.yml");
  private static final Path DICTIONARY = Path.of("docs/data-dictionary.md");

  @TempDir Path folder;

  @Test
  void theProjectsFilesAreAsItsContractsSay() throws IOException {
    assertThat(new ContractDocs(Contracts.readAll(PROJECT.resolve("contracts")).values()).compare(PROJECT))
        .as("stale files; ./sluice contract docs writes them anew")
        .allSatisfy(file -> assertThat(file.state()).as(file.path().toString()).isEqualTo(ContractDocs.State.SAME));
  }

  @Test
  void writesWhatIsAbsentOrOtherAndLeavesTheRest() throws IOException {
    ContractDocs docs = new ContractDocs(List.of(orders()));
    assertThat(docs.write(folder)).containsExactly(
        new ContractDocs.File(DICTIONARY, ContractDocs.State.ABSENT), new ContractDocs.File(SOURCE, ContractDocs.State.ABSENT));
    Files.writeString(folder.resolve(SOURCE), "by hand");

    assertThat(docs.write(folder)).containsExactly(
        new ContractDocs.File(DICTIONARY, ContractDocs.State.SAME), new ContractDocs.File(SOURCE, ContractDocs.State.CHANGED));
    assertThat(docs.compare(folder)).extracting(ContractDocs.File::state).containsOnly(ContractDocs.State.SAME);
  }

  @Test
  void comparingWritesNothing() throws IOException {
    new ContractDocs(List.of(orders())).compare(folder);
    assertThat(folder.resolve("docs")).doesNotExist();
  }

  @Test
  void theDbtSourceListsWhatTheGateWritesWithTheGrainOfTheTable() throws IOException {
    new ContractDocs(List.of(orders())).write(folder);
    assertThat(Files.readString(folder.resolve(SOURCE))).startsWith("""
        # Written by ./sluice contract docs; change contracts/orders.yml instead.
        sources:
          - name: sluice_validated
            database: awsdatacatalog
            schema: sluice_validated
            tables:
              - name: orders
                description: Orders of the shop. One row per order, for each run that read it.
                columns:
                  - name: id
                    description: "Its number: ours | theirs."
                    data_type: string
                  - name: mail
                    description: Whose it is.
                    data_type: string
                  - name: _unlisted
                    description: JSON object of the fields that the contract does not list.
                    data_type: string
        """).endsWith("""
                  - name: run_id
                    description: Run that read the row (partition).
                    data_type: string
        """);
  }

  @Test
  void theDictionarySaysWhatEachColumnHolds() throws IOException {
    new ContractDocs(List.of(orders())).write(folder);
    assertThat(Files.readString(folder.resolve(DICTIONARY))).contains("""
        | dataset | version | owner | load | key | files | fresh within |
        | --- | ---: | --- | --- | --- | --- | --- |
        | [orders](#orders) | 2 | shop-team | append | `id` | csv | 36h |

        ## orders

        Orders of the shop. One row per order.

        | column | type | value | description |
        | --- | --- | --- | --- |
        | `id` | long | always; in files `Order ID`; one of `1`, `2` | Its number: ours \\| theirs. |
        | `mail` | string | always; column optional; matches `.+@.+`; personal: hash | Whose it is. |

        ## In every table
        """);
  }

  private Contract orders() throws IOException {
    return Contracts.read(Files.writeString(folder.resolve("orders.yml"), """
        dataset: orders
        version: 2
        description: Orders of the shop. One row per order.
        owner: shop-team
        load: append
        key: [id]
        format: csv
        freshness: 36h
        columns:
          - {name: id, header: Order ID, type: long, required: true, allowed: [1, 2], description: "Its number: ours | theirs."}
          - {name: mail, type: string, nullable: false, pattern: ".+@.+", pii: hash, description: Whose it is.}
        """));
  }
}
