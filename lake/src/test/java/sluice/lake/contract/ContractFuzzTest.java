package sluice.lake.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.ProblemText;
import sluice.lake.yaml.YamlFile;

/** Whatever is done to a contract, it is read or refused with problems that can be shown; nothing else ever comes out. */
class ContractFuzzTest {
  private static final String ORDERS = """
      dataset: orders
      version: 3
      description: Orders of the shop. One row per order.
      owner: shop-team
      load: upsert
      key: [shop, id]
      columns:
        - {name: shop, type: string, required: true, description: Which one.}
        - name: id
          type: decimal(12,2)
          required: true
          description: Its number.
      """;
  private static final List<String> SCRAPS = List.of(
      ":", "- ", "  ", "\n", "[", "]", "{", "}", "&a ", "*a", "!!int ", "'", "\"", "#", "|", ">", "? ", "%", "---\n", "...\n",
      "\t", "\u0000", "\uFEFF", "null", "~", "true", "-1", "1e9", "<<: ", "ł", "🚀", ", ", "key", "columns:", "@", "`");

  @Test
  void neverBreaksWhateverIsWrittenIntoAContract() throws IOException {
    Random random = new Random(42);
    int refused = 0;
    for (int round = 0; round < 4_000; round++) {
      String damaged = damaged(random);
      try {
        assertThat(read(damaged).columns()).isNotEmpty();
      } catch (InvalidInputException wrong) {
        refused++;
        assertThat(wrong.problems()).hasSizeBetween(1, 20).allSatisfy(problem ->
            assertThat(ProblemText.lines(problem, file -> damaged.lines().toList())).isNotEmpty());
      }
    }
    assertThat(refused).isBetween(2_000, 3_999);
  }

  private static String damaged(Random random) {
    StringBuilder text = new StringBuilder(ORDERS);
    for (int edit = 0; edit <= random.nextInt(4); edit++) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + random.nextInt(12));
      switch (random.nextInt(3)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, SCRAPS.get(random.nextInt(SCRAPS.size())));
        default -> text.insert(random.nextInt(text.length()), text.substring(at, end));
      }
    }
    return text.toString();
  }

  private static Contract read(String yaml) throws IOException {
    return YamlFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "orders.yml",
        new ContractReader("orders.yml")::read);
  }
}
