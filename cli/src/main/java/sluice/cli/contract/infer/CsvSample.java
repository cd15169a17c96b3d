package sluice.cli.contract.infer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import sluice.cli.contract.YamlText;
import sluice.lake.contract.LogicalType;

/** Finds the dialect of a CSV file and takes its rows. */
final class CsvSample {
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
  private static final int LOOKED_AT = 50;
  private static final Set<String> NO_VALUE = Set.of("NA", "N/A", "n/a", "NULL", "null", "None", "NaN", "nan", "\\N", "-", "?");

  private CsvSample() {}

  static Sample read(String text) throws IOException {
    char delimiter = delimiter(text);
    List<List<String>> records = CsvRecords.of(text, delimiter, Sample.MOST_ROWS + 1);
    if (records.isEmpty()) {
      throw new IOException("it is empty");
    }
    List<String> words = withoutEmptyEnd(records.getFirst());
    boolean header = isHeader(words);
    int width = header ? words.size() : records.getFirst().size();
    List<String> headers = header ? words
        : IntStream.rangeClosed(1, width).mapToObj(number -> "column_" + number).toList();
    List<List<String>> rows = header ? records.subList(1, records.size()) : records;
    Set<String> nulls = nulls(rows, width);
    List<List<Value>> values = rows.stream().map(row -> values(row, nulls)).toList();
    return new Sample(format(delimiter, header, nulls, hasEmptyExtras(rows, width)), headers, values, Map.of(), remarks(rows, width, header));
  }

  /** The one that splits the first records most evenly, and into most fields. */
  private static char delimiter(String text) {
    return DELIMITERS.stream().max(Comparator.comparingInt((Character delimiter) -> {
      List<Integer> widths = CsvRecords.of(text, delimiter, LOOKED_AT).stream().map(List::size).toList();
      int first = widths.isEmpty() ? 0 : widths.getFirst();
      long same = widths.stream().filter(width -> width == first).count();
      return first < 2 ? 0 : (int) (same * 1_000 + first);
    }).thenComparing(Comparator.comparingInt(DELIMITERS::indexOf).reversed())).orElse(',');
  }

  /** A header has a different word for each column, and none that is a number or a day. */
  private static boolean isHeader(List<String> words) {
    return !words.isEmpty()
        && words.stream().noneMatch(word -> word == null || word.isBlank())
        && new HashSet<>(words).size() == words.size()
        && words.stream().noneMatch(word -> LogicalType.parse("double").holds(word) || LogicalType.parse("date").holds(word));
  }

  // Fields without a name at the end of a header are what a trailing delimiter leaves.
  private static List<String> withoutEmptyEnd(List<String> record) {
    int end = record.size();
    while (end > 0 && record.get(end - 1) == null) {
      end--;
    }
    return record.subList(0, end);
  }

  /** A word is no value where without it a column is of a type. */
  private static Set<String> nulls(List<List<String>> rows, int width) {
    Set<String> nulls = new LinkedHashSet<>();
    for (int column = 0; column < width; column++) {
      List<String> texts = texts(rows, column);
      List<String> rest = texts.stream().filter(text -> !NO_VALUE.contains(text)).toList();
      boolean typed = !rest.isEmpty() && rest.size() < texts.size()
          && TypeGuess.of(rest.stream().map(CsvSample::written).toList()).kind() != LogicalType.Kind.STRING;
      if (typed) {
        texts.stream().filter(NO_VALUE::contains).forEach(nulls::add);
      }
    }
    return nulls;
  }

  private static List<String> texts(List<List<String>> rows, int column) {
    return rows.stream().filter(row -> column < row.size()).map(row -> row.get(column)).filter(Objects::nonNull).toList();
  }

  private static List<Value> values(List<String> row, Set<String> nulls) {
    List<Value> values = new ArrayList<>();
    row.forEach(text -> values.add(text == null || nulls.contains(text) ? null : written(text)));
    return values;
  }

  private static Value written(String text) {
    return new Value(text, Value.Form.WRITTEN);
  }

  private static boolean hasEmptyExtras(List<List<String>> rows, int width) {
    return rows.stream().anyMatch(row -> row.size() > width && row.subList(width, row.size()).stream().allMatch(Objects::isNull));
  }

  private static String format(char delimiter, boolean header, Set<String> nulls, boolean extraFields) {
    StringBuilder format = new StringBuilder("format:\n  kind: csv\n");
    int bare = format.length();
    if (delimiter != ',') {
      format.append("  delimiter: ").append(YamlText.quoted(String.valueOf(delimiter))).append('\n');
    }
    if (!header) {
      format.append("  header: false\n");
    }
    if (!nulls.isEmpty()) {
      format.append("  nulls: [").append(String.join(", ", nulls.stream().map(YamlText::quoted).toList())).append("]\n");
    }
    if (extraFields) {
      format.append("  extra_fields: true\n");
    }
    return format.length() == bare ? "format: csv\n" : format.toString();
  }

  private static List<String> remarks(List<List<String>> rows, int width, boolean header) {
    List<String> remarks = new ArrayList<>();
    if (!header) {
      remarks.add("what the columns are called: the first line looks like a row");
    }
    long longer = rows.stream().filter(row -> row.size() > width && row.subList(width, row.size()).stream().anyMatch(Objects::nonNull)).count();
    if (longer > 0) {
      remarks.add("why " + longer + " rows have more values than there are columns: they would be quarantined");
    }
    long shorter = rows.stream().filter(row -> row.size() < width).count();
    if (shorter > 0) {
      remarks.add("why " + shorter + " rows have fewer fields than there are columns");
    }
    return remarks;
  }
}
