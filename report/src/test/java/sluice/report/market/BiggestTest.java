package sluice.report.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BiggestTest {
  @Test
  void drawsTheTwelveMostNamedSortedByMedian() {
    List<PayRange> ranges = IntStream.rangeClosed(1, 15).mapToObj(i -> range("t" + i, 20 + i, 1_000 * (i % 5))).toList();

    Biggest biggest = Biggest.of(ranges);

    assertThat(biggest.drawn()).hasSize(12).isSortedAccordingTo((a, b) -> Double.compare(b.median(), a.median()));
    assertThat(biggest.drawn()).extracting(PayRange::group).doesNotContain("t1", "t2", "t3");
    assertThat(biggest.others()).extracting(PayRange::group).containsExactly("t3", "t2", "t1");
    assertThat(biggest.threshold()).isEqualTo(20);
    assertThat(biggest.lowered()).isFalse();
  }

  @Test
  void asksForLessWhereThereIsLittleData() {
    List<PayRange> ranges = IntStream.rangeClosed(1, 7).mapToObj(i -> range("t" + i, 10 + i, 1_000)).toList();

    Biggest biggest = Biggest.of(ranges);

    assertThat(biggest.threshold()).isEqualTo(10);
    assertThat(biggest.lowered()).isTrue();
    assertThat(biggest.drawn()).hasSize(7);
  }

  @Test
  void neverDrawsAMedianOfOneOrTwo() {
    Biggest biggest = Biggest.of(List.of(range("a", 3, 1), range("b", 2, 1), range("c", 1, 1)));

    assertThat(biggest.drawn()).extracting(PayRange::group).containsExactly("a");
    assertThat(biggest.others()).hasSize(2);
    assertThat(biggest.threshold()).isEqualTo(3);
  }

  private static PayRange range(String group, long postings, double median) {
    return new PayRange(group, Currency.PLN, postings, median / 2, median, median * 2);
  }
}
