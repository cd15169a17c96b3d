package sluice.lake.contract.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.DatasetName;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Contracts;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Problem;
import sluice.lake.problem.ProblemText;
import sluice.lake.problem.SourceLines;

class ReleasedContractsTest {
  private static final DatasetName ORDERS = new DatasetName("orders");

  @TempDir Path folder;

  @Test
  void keepsTheContractByteForByteAndItsHash() throws IOException {
    Contract live = write("version: 1");

    assertThat(released().release(live)).contains(folder.resolve("released/orders/v1.yml"));

    assertThat(folder.resolve("released/orders/v1.yml")).hasSameBinaryContentAs(folder.resolve("orders.yml"));
    assertThat(folder.resolve("released/SHA256SUMS"))
        .hasContent("12e174a344d76763dac59c5740d147f8683ac192ba97960bde0610e196374fef  orders/v1.yml\n");
    assertThat(released().last(ORDERS)).contains(live);
    assertThat(released().problems(List.of(live))).isEmpty();
  }

  @Test
  void aReleasedVersionIsReleasedOnce() throws IOException {
    Contract live = write("version: 1");
    released().release(live);
    assertThat(released().release(live)).isEmpty();
  }

  @Test
  void theNextVersionMayDiffer() throws IOException {
    released().release(write("version: 1"));
    Contract next = write("version: 2 # another text");

    assertThat(released().problems(List.of(next))).isEmpty();
    assertThat(released().release(next)).contains(folder.resolve("released/orders/v2.yml"));
    assertThat(released().last(ORDERS)).contains(next);
  }

  @Test
  void knowsNoLastVersionOfWhatWasNeverReleased() {
    assertThat(released().last(ORDERS)).isEmpty();
  }

  @Test
  void refusesALiveContractThatDiffersFromItsReleasedCopy() throws IOException {
    released().release(write("version: 1"));
    assertThat(shown(released().problems(List.of(write("version: 1 # another text"))))).isEqualTo("""
        error[C123]: version 1 is released, and this is not what was released
          --> orders.yml:2:10
         2 | version: 1 # another text
           |          ^ expected version: 2
           = hint   ./sluice contract diff orders says what changed, and whom it breaks
        """);
  }

  @Test
  void refusesAVersionThatIsNotTheNext() throws IOException {
    assertThat(shown(released().problems(List.of(write("version: 2"))))).isEqualTo("""
        error[C124]: version cannot follow the released ones
          --> orders.yml:2:10
         2 | version: 2
           |          ^ expected 1, the first
           = found  2
        """);
    released().release(write("version: 1"));
    assertThat(shown(released().problems(List.of(write("version: 3"))))).isEqualTo("""
        error[C124]: version cannot follow the released ones
          --> orders.yml:2:10
         2 | version: 3
           |          ^ expected 1, which is released, or 2, the next
           = found  3
        """);
  }

  @Test
  void refusesAReleasedContractThatWasEdited() throws IOException {
    Contract live = write("version: 1");
    released().release(live);
    String sum = Files.readString(folder.resolve("released/SHA256SUMS")).substring(0, 64);
    Files.writeString(folder.resolve("released/orders/v1.yml"), "version: 1");
    Files.writeString(folder.resolve("orders.yml"), "version: 1");

    assertThat(shown(released().problems(List.of()))).isEqualTo("""
        error[C120]: a released contract was edited
          --> released/orders/v1.yml
           = expected the content with the SHA-256 %s
           = hint   git checkout -- released/orders/v1.yml
           = hint   write the change into the live contract, with the next version
        """.formatted(sum));
    assertThatThrownBy(() -> released().release(live)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void refusesAReleasedContractThatNobodyReleased() throws IOException {
    Files.createDirectories(folder.resolve("released/orders"));
    Files.writeString(folder.resolve("released/orders/v1.yml"), "version: 1");
    assertThat(shown(released().problems(List.of()))).isEqualTo("""
        error[C121]: this contract was not released by ./sluice contract release
          --> released/orders/v1.yml
           = expected a line for it in released/SHA256SUMS
           = hint   delete it, and release the live contract
        """);
  }

  @Test
  void missesAReleasedContractThatIsGone() throws IOException {
    released().release(write("version: 1"));
    Files.delete(folder.resolve("released/orders/v1.yml"));
    assertThat(shown(released().problems(List.of()))).isEqualTo("""
        error[C122]: a released contract is gone
          --> released/orders/v1.yml
           = expected the file that released/SHA256SUMS names
           = hint   git checkout -- released/orders/v1.yml
        """);
  }

  @Test
  void refusesALockFileThatWasWrittenByHand() throws IOException {
    Files.createDirectories(folder.resolve("released"));
    Files.writeString(folder.resolve("released/SHA256SUMS"), "orders/v1.yml\n");
    assertThatThrownBy(() -> released().problems(List.of()))
        .isInstanceOfSatisfying(InvalidInputException.class, wrong -> assertThat(shown(wrong.problems())).isEqualTo("""
            error[C125]: this line locks nothing
              --> released/SHA256SUMS:1:1
             1 | orders/v1.yml
               | ^^^^^^^^^^^^^ expected 64 hex digits, two spaces and a file's name
               = hint   git checkout -- released/SHA256SUMS
            """));
  }

  private ReleasedContracts released() {
    return new ReleasedContracts(folder);
  }

  private Contract write(String version) throws IOException {
    return Contracts.read(Files.writeString(folder.resolve("orders.yml"), """
        dataset: orders
        %s
        description: Orders of the shop. One row per order.
        owner: shop-team
        load: append
        key: [id]
        columns:
          - {name: id, type: long, required: true, description: Its number.}
        """.formatted(version)));
  }

  /** As a person sees it, with names relative to the folder. */
  private String shown(List<Problem> problems) {
    return problems.stream()
        .map(problem -> ProblemText.lines(problem, SourceLines.in(folder)))
        .flatMap(List::stream)
        .map(line -> line.replace(folder + "/", "") + "\n")
        .collect(Collectors.joining());
  }
}
