package sluice.cli.contract.infer;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sluice.lake.contract.LogicalType.Kind;

/** The columns that tell the rows of a sample apart: one if one does, else two; a name that sounds like it comes first. */
final class KeyGuess {
  private static final Set<Kind> KINDS = Set.of(Kind.STRING, Kind.INT, Kind.LONG, Kind.DATE, Kind.TIMESTAMP);
  private static final int FIRST_COLUMNS = 12;

  private KeyGuess() {}

  /** Nothing where no two columns do, or where one row alone says nothing. */
  static Optional<List<String>> of(List<Guess> columns) {
    List<Guess> usable = columns.stream()
        .filter(column -> column.full() && column.values().size() > 1 && KINDS.contains(column.type().kind()))
        .sorted(Comparator.comparing((Guess column) -> !column.isKeyLike())).limit(FIRST_COLUMNS).toList();
    return usable.stream().filter(Guess::isUnique).findFirst().map(column -> List.of(column.name()))
        .or(() -> pairs(usable).filter(KeyGuess::isUnique).findFirst().map(pair -> pair.stream().map(Guess::name).toList()));
  }

  private static Stream<List<Guess>> pairs(List<Guess> columns) {
    return IntStream.range(0, columns.size()).boxed()
        .flatMap(first -> columns.stream().skip(first + 1L).map(second -> List.of(columns.get(first), second)));
  }

  private static boolean isUnique(List<Guess> pair) {
    List<String> first = pair.getFirst().values();
    List<String> second = pair.getLast().values();
    Set<List<String>> seen = new HashSet<>();
    return IntStream.range(0, first.size()).allMatch(row -> seen.add(List.of(first.get(row), second.get(row))));
  }
}
