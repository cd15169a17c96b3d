package sluice.lake.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import sluice.lake.yaml.YamlNode;

/** Takes one column out of a contract; what concerns several columns is the {@link ContractReader}'s. */
final class ColumnReader {
  private static final String UNKNOWN_TYPE = "C104";
  private static final String BAD_NAME = "C105";
  private static final String DUPLICATE = "C107";
  private static final String BAD_PATTERN = "C112";
  private static final String BAD_ALLOWED = "C113";
  private static final String UNLIKE_PATTERN = "C114";
  private static final String SENSELESS_PII = "C117";

  // Names that start with _ are Sluice's own: lineage and the unlisted fields.
  private static final Pattern COLUMN_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final Set<String> PARTITION_KEYS = Set.of("ingest_date", "run_id");

  private ColumnReader() {}

  static Column read(YamlNode node) {
    if (!node.isMap()) {
      node.entries();
      return new Column("", LogicalType.STRING, false, "");
    }
    node.onlyKeys("name", "header", "type", "required", "nullable", "allowed", "pattern", "pii", "description");
    String name = name(node.need("name"));
    LogicalType type = type(node.need("type"), name);
    boolean required = node.find("required").map(YamlNode::flag).orElse(false);
    Optional<Pattern> pattern = node.find("pattern").flatMap(text -> pattern(text, type));
    return new Column(
        name,
        node.find("header").map(YamlNode::text).orElse(name),
        type,
        required,
        node.find("nullable").map(YamlNode::flag).orElse(!required),
        node.find("allowed").map(list -> allowed(list, type, pattern)).orElse(List.of()),
        pattern.map(Pattern::pattern),
        node.find("pii").map(word -> pii(word, type)).orElse(Pii.KEEP),
        Description.read(node.need("description")));
  }

  private static String name(YamlNode node) {
    String name = node.text();
    if (name.isEmpty()) {
      return name;
    }
    if (!COLUMN_NAME.matcher(name).matches()) {
      node.refuse(BAD_NAME, "not a column name", "lower-case letters, digits and _, starting with a letter, at most 63",
          '"' + name + '"');
    } else if (PARTITION_KEYS.contains(name)) {
      node.refuse(BAD_NAME, "column name " + name + " is taken by a partition key", "another name", null);
    }
    return name;
  }

  private static LogicalType type(YamlNode node, String column) {
    String text = node.text();
    if (text.isEmpty()) {
      return LogicalType.STRING;
    }
    try {
      return LogicalType.parse(text);
    } catch (IllegalArgumentException unknown) {
      String expected = LogicalType.isDecimal(text) ? LogicalType.EXPECTED_DECIMAL : LogicalType.EXPECTED;
      node.refuse(UNKNOWN_TYPE, "unknown type for column " + column, expected, '"' + text + '"', TypeHint.of(text));
      return LogicalType.STRING;
    }
  }

  private static Optional<Pattern> pattern(YamlNode node, LogicalType type) {
    String text = node.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (type.kind() == LogicalType.Kind.JSON) {
      node.refuse(BAD_PATTERN, "a json value can be written in many ways", "no pattern, or another type", null);
    }
    try {
      return Optional.of(Pattern.compile(text));
    } catch (PatternSyntaxException broken) {
      node.refuse(BAD_PATTERN, "the pattern is no regular expression of Java", null,
          broken.getDescription() + (broken.getIndex() < 0 ? "" : " at character " + (broken.getIndex() + 1)));
      return Optional.empty();
    }
  }

  private static List<String> allowed(YamlNode node, LogicalType type, Optional<Pattern> pattern) {
    List<String> allowed = new ArrayList<>();
    List<YamlNode> items = node.items();
    if (node.isList() && items.isEmpty()) {
      node.refuseValue("at least one value");
    }
    if (type.kind() == LogicalType.Kind.JSON) {
      node.refuse(BAD_ALLOWED, "a json value can be written in many ways", "no list of values, or another type", null);
      return allowed;
    }
    for (YamlNode item : items) {
      String value = item.scalar();
      if (allowed.contains(value)) {
        item.refuse(DUPLICATE, "allowed value " + value + " stands twice", "each value once", null);
      } else if (!value.isEmpty() && !type.holds(value)) {
        item.refuse(BAD_ALLOWED, "allowed value is no " + type, "values of the column's type", '"' + value + '"');
      } else if (!value.isEmpty() && pattern.isPresent() && !pattern.get().matcher(value).matches()) {
        item.refuse(UNLIKE_PATTERN, "allowed value does not match the column's pattern", pattern.get().pattern(), '"' + value + '"');
      }
      allowed.add(value);
    }
    return allowed;
  }

  // Its column keeps its type for readers, and a hash or stars are of no type but text.
  private static Pii pii(YamlNode node, LogicalType type) {
    Pii pii = node.oneOf(Pii.class);
    if ((pii == Pii.HASH || pii == Pii.MASK) && type.kind() != LogicalType.Kind.STRING) {
      node.refuse(SENSELESS_PII, pii.name().toLowerCase(Locale.ROOT) + " makes a text of a " + type,
          "keep or drop, or type: string", null);
    }
    return pii;
  }
}
