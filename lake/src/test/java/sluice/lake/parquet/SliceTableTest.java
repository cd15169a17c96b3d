package sluice.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SliceTableTest {
  private final SliceTable table = new SliceTable();

  @Test
  void givesEqualSlicesOneNumberWhereverTheyLie() {
    byte[] text = "abcXabcYab".getBytes(StandardCharsets.UTF_8);
    assertThat(table.number(text, 0, 3)).isZero();
    assertThat(table.number(text, 4, 3)).isZero();
    assertThat(table.number(text, 8, 2)).isEqualTo(1);
    assertThat(table.number(text, 3, 0)).isEqualTo(2);
    assertThat(table.number(text, 7, 0)).isEqualTo(2);
    assertThat(table.size()).isEqualTo(3);
  }

  @Test
  void numbersInOrderOfFirstSightWhileItGrows() {
    Random random = new Random(5);
    Map<String, Integer> expected = new LinkedHashMap<>();
    for (int i = 0; i < 50_000; i++) {
      String word = "w".repeat(random.nextInt(20)) + random.nextInt(20_000);
      Integer number = expected.computeIfAbsent(word, w -> expected.size());
      byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
      assertThat(table.number(utf8, 0, utf8.length)).isEqualTo(number);
    }
    List<String> kept = new ArrayList<>();
    for (int number = 0; number < table.size(); number++) {
      kept.add(new String(table.bytes(), table.start(number), table.length(number), StandardCharsets.UTF_8));
    }
    assertThat(kept).containsExactlyElementsOf(expected.keySet());
  }

  @Test
  void startsAgainFromNothingAfterClear() {
    byte[] text = "ab".getBytes(StandardCharsets.UTF_8);
    table.number(text, 0, 1);
    table.clear();
    assertThat(table.size()).isZero();
    assertThat(table.number(text, 1, 1)).isZero();
    assertThat(table.bytes()[table.start(0)]).isEqualTo((byte) 'b');
  }

  @Test
  void tellsApartWhatDiffersOnlyInTheLastByteOrInLength() {
    for (int length = 0; length < 40; length++) {
      byte[] zeros = new byte[length];
      assertThat(table.number(zeros, 0, length)).isEqualTo(2 * length);
      byte[] other = new byte[length + 1];
      other[length] = 1;
      assertThat(table.number(other, 0, length + 1)).isEqualTo(2 * length + 1);
    }
  }
}
