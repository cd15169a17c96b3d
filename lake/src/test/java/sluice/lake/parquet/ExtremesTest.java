package sluice.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.schema.PrimitiveType;
import org.junit.jupiter.api.Test;

class ExtremesTest {
  private static final PrimitiveType TEXT = StringSchema.of(List.of("a")).getColumns().getFirst().getPrimitiveType();

  @Test
  void areFirstAndLastInTheOrderOfUnsignedBytes() {
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      List<byte[]> texts = new ArrayList<>();
      Extremes extremes = new Extremes();
      for (int text = 0; text <= random.nextInt(20); text++) {
        // Few different bytes, so that texts are each other's beginnings and often equal in their first eight.
        byte[] around = new byte[random.nextInt(14)];
        for (int at = 0; at < around.length; at++) {
          around[at] = (byte) (random.nextInt(3) * 127);
        }
        int start = random.nextInt(around.length + 1);
        texts.add(Arrays.copyOfRange(around, start, around.length));
        extremes.offer(around, start, around.length - start);
      }
      texts.sort(Arrays::compareUnsigned);
      Statistics<?> statistics = extremes.statistics(TEXT, 3);
      assertThat(statistics.getMinBytes()).as("seed %d", seed).isEqualTo(texts.getFirst());
      assertThat(statistics.getMaxBytes()).as("seed %d", seed).isEqualTo(texts.getLast());
      assertThat(statistics.getNumNulls()).isEqualTo(3);
    }
  }

  @Test
  void ofNothingAreNone() {
    assertThat(new Extremes().statistics(TEXT, 7).hasNonNullValue()).isFalse();
  }
}
