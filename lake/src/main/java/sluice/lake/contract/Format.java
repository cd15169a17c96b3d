package sluice.lake.contract;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How producers write a dataset's files; each may be gzipped. What extractors write is Parquet, whatever stands here. */
public sealed interface Format {
  /** The file name endings that belong to it, without those of gzip. */
  List<String> suffixes();

  /** As contracts write it. */
  String word();

  /**
   * RFC 4180 and its dialects.
   *
   * @param quote empty where the dialect has no quoting
   * @param header whether the first line names the columns; without one they stand in the contract's order
   * @param nulls texts that stand for no value, the empty unquoted field always among them
   * @param extraFields whether a line may have more fields than the header: empty ones only, such as a trailing comma leaves
   */
  record Csv(char delimiter, Optional<Character> quote, boolean header, List<String> nulls, boolean trim, boolean extraFields) implements Format {
    public static final Csv STANDARD = new Csv(',', Optional.of('"'), true, List.of(""), false, false);

    public Csv {
      Objects.requireNonNull(quote, "quote");
      nulls = List.copyOf(nulls);
    }

    @Override
    public List<String> suffixes() {
      return List.of(".csv", ".tsv", ".txt");
    }

    @Override
    public String word() {
      return "csv";
    }
  }

  /** One JSON object a line. */
  record JsonLines() implements Format {
    @Override
    public List<String> suffixes() {
      return List.of(".jsonl", ".ndjson");
    }

    @Override
    public String word() {
      return "jsonl";
    }
  }

  /** One JSON array of objects. */
  record JsonArray() implements Format {
    @Override
    public List<String> suffixes() {
      return List.of(".json");
    }

    @Override
    public String word() {
      return "json";
    }
  }

  /** Columns of any type that has a plain text; nested ones become JSON text. */
  record Parquet() implements Format {
    @Override
    public List<String> suffixes() {
      return List.of(".parquet");
    }

    @Override
    public String word() {
      return "parquet";
    }
  }
}
