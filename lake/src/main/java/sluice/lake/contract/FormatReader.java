package sluice.lake.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import sluice.lake.yaml.YamlNode;

/** Takes the format out of a contract: one word, or a map with the word as its {@code kind} and the dialect. */
final class FormatReader {
  private static final String BAD_DIALECT = "C116";
  private static final String NO_QUOTE = "none";
  private static final Pattern SIGN = Pattern.compile("[^A-Za-z0-9\\r\\n]");

  private enum Kind {
    CSV,
    JSONL,
    JSON,
    PARQUET
  }

  private FormatReader() {}

  static Format read(YamlNode node) {
    if (!node.isMap()) {
      return format(node.choice(Kind.class).orElse(Kind.PARQUET), Format.Csv.STANDARD);
    }
    Optional<Kind> kind = node.need("kind").choice(Kind.class);
    if (kind.isEmpty()) {
      return new Format.Parquet();
    }
    if (kind.get() != Kind.CSV) {
      node.onlyKeys("kind");
      return format(kind.get(), Format.Csv.STANDARD);
    }
    return csv(node);
  }

  private static Format format(Kind kind, Format.Csv csv) {
    return switch (kind) {
      case CSV -> csv;
      case JSONL -> new Format.JsonLines();
      case JSON -> new Format.JsonArray();
      case PARQUET -> new Format.Parquet();
    };
  }

  private static Format.Csv csv(YamlNode node) {
    node.onlyKeys("kind", "delimiter", "quote", "header", "nulls", "trim", "extra_fields");
    Format.Csv standard = Format.Csv.STANDARD;
    char delimiter = node.find("delimiter").flatMap(FormatReader::sign).orElse(standard.delimiter());
    Optional<Character> quote = node.find("quote").map(FormatReader::quote).orElse(standard.quote());
    if (quote.isPresent() && quote.get() == delimiter) {
      node.find("quote").or(() -> node.find("delimiter")).ifPresent(one -> one.refuse(
          BAD_DIALECT, "the delimiter is the quote too", "two different characters, or quote: none", null));
    }
    return new Format.Csv(
        delimiter,
        quote,
        node.find("header").map(YamlNode::flag).orElse(standard.header()),
        node.find("nulls").map(FormatReader::nulls).orElse(standard.nulls()),
        node.find("trim").map(YamlNode::flag).orElse(standard.trim()),
        node.find("extra_fields").map(YamlNode::flag).orElse(standard.extraFields()));
  }

  private static Optional<Character> quote(YamlNode node) {
    return node.as(text -> NO_QUOTE.equals(text) ? Optional.empty() : sign(text), Optional.empty());
  }

  private static Optional<Character> sign(YamlNode node) {
    return node.as(FormatReader::sign, Optional.empty());
  }

  private static Optional<Character> sign(String text) {
    if (!SIGN.matcher(text).matches()) {
      throw new IllegalArgumentException("expected one character that is no letter, digit or line end, found \"" + text + '"');
    }
    return Optional.of(text.charAt(0));
  }

  private static List<String> nulls(YamlNode node) {
    List<String> nulls = new ArrayList<>(Format.Csv.STANDARD.nulls());
    for (YamlNode item : node.items()) {
      String text = item.chars();
      if (!nulls.contains(text)) {
        nulls.add(text);
      }
    }
    return nulls;
  }
}
