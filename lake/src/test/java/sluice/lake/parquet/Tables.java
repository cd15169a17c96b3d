package sluice.lake.parquet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Tables that exercise what can differ between writers. */
final class Tables {
  private Tables() {}

  static RowsInMemory oddities() {
    return new RowsInMemory(List.of("nothing", "empty", "words", "long", "sparse"), List.of(
        row(null, "", "Łódź", "x".repeat(3_000_000), null),
        row(null, "", "𝄞 🚀 \u0000 \" \\ \n", "", "only here"),
        row(null, null, "word", "ż".repeat(100_000), null),
        row(null, null, null, null, null)));
  }

  /** One column that repeats, one that never does, one that changes its mind half-way, and one with gaps. */
  static RowsInMemory many(int rows, long seed) {
    Random random = new Random(seed);
    List<List<String>> made = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      made.add(row(
          "city " + random.nextInt(40),
          Long.toHexString(random.nextLong()) + "-" + i,
          i < rows / 2 ? "same" : "other " + random.nextLong() + "-".repeat(60),
          random.nextInt(3) == 0 ? null : "v" + random.nextInt(100_000)));
    }
    return new RowsInMemory(List.of("repeats", "differs", "changes", "gaps"), made);
  }

  static List<String> row(String... values) {
    return Arrays.asList(values);
  }
}
