package sluice.validator.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sluice.lake.contract.Lineage;
import sluice.lake.parquet.ParquetRows;
import sluice.lake.parquet.ReadLimits;
import sluice.lake.parquet.Row;
import sluice.lake.parquet.RowVisitor;

/** Which rows {@code bench/generate.py} poisoned and how, to be compared row by row with what the gate made of its file. */
final class PoisonList {
  private static final String DUPLICATE = "duplicate";
  private static final ReadLimits ANY = new ReadLimits(Long.MAX_VALUE, Long.MAX_VALUE);

  private final Map<Integer, String> reasons = new HashMap<>();

  /** @param list {@code row,way}; a way is a reason's code, with a word behind it where several ways have one reason */
  PoisonList(Path list) throws IOException {
    try (Stream<String> lines = Files.lines(list)) {
      lines.skip(1).map(line -> line.split("[, ]")).forEach(parts -> reasons.put(Integer.valueOf(parts[0]), parts[1]));
    }
  }

  int size() {
    return reasons.size();
  }

  /** The first row that ended elsewhere than it should, in words; empty where all rows are where they belong. */
  String difference(Judgement.RowsJudged judged, Outputs outputs) throws IOException {
    if (judged.read() != judged.accepted() + judged.quarantined() + judged.duplicates()) {
      return "the counts do not add up: " + judged;
    }
    BitSet accepted = rows(outputs.accepted(), Lineage.ROW_NUMBER, null);
    Map<Integer, String> refused = new HashMap<>();
    rows(outputs.refused(), "row_number", refused);
    for (int row = 1; row <= judged.read(); row++) {
      String expected = reasons.getOrDefault(row, "accepted");
      String found = accepted.get(row) ? "accepted" : refused.getOrDefault(row, DUPLICATE);
      if (!expected.equals(found) || accepted.get(row) && refused.containsKey(row)) {
        return "row " + row + ": expected " + expected + ", found " + found;
      }
    }
    return accepted.cardinality() == judged.accepted() && refused.size() == judged.quarantined() ? "" : "rows stand twice in the outputs";
  }

  /** The numbers of the file's rows, and the reason of each where somebody wants them: the first column. */
  private static BitSet rows(Path file, String numberColumn, Map<Integer, String> reasonOf) throws IOException {
    BitSet numbers = new BitSet();
    if (Files.exists(file)) {
      ParquetRows.read(file, ANY, new RowVisitor() {
        private int number;

        @Override
        public void columns(List<String> names) {
          number = names.indexOf(numberColumn);
        }

        @Override
        public void row(Row row) {
          int found = Integer.parseInt(row.value(number));
          numbers.set(found);
          if (reasonOf != null) {
            reasonOf.put(found, row.value(0));
          }
        }
      });
    }
    return numbers;
  }
}
