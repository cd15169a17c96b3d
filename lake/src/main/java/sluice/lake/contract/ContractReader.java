package sluice.lake.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import sluice.lake.DatasetName;
import sluice.lake.problem.Nearest;
import sluice.lake.yaml.YamlNode;

/** Takes a contract out of its YAML, noting all that is wrong with it. */
final class ContractReader {
  private static final String UNKNOWN_TYPE = "C104";
  private static final String BAD_NAME = "C105";
  private static final String UNKNOWN_COLUMN = "C106";
  private static final String DUPLICATE_NAME = "C107";
  private static final String OTHER_DATASET = "C108";

  // Names that start with _ are Sluice's own: lineage and the unlisted fields.
  private static final Pattern COLUMN_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final Set<String> PARTITION_KEYS = Set.of("ingest_date", "run_id");
  private static final int MOST_COLUMNS = 500;

  private final String fileName;

  /** The file name without its ending is the dataset's name too. */
  ContractReader(String fileName) {
    this.fileName = fileName;
  }

  Contract read(YamlNode file) {
    file.onlyKeys("dataset", "version", "description", "owner", "load", "key", "columns");
    DatasetName dataset = dataset(file.need("dataset"));
    List<Column> columns = columns(file.need("columns"));
    return new Contract(
        dataset,
        (int) file.need("version").integer(1, Integer.MAX_VALUE),
        file.need("description").text(),
        file.need("owner").text(),
        file.need("load").oneOf(Load.class),
        key(file.need("key"), columns),
        columns);
  }

  private DatasetName dataset(YamlNode node) {
    DatasetName standIn = new DatasetName("unknown");
    DatasetName dataset = node.as(DatasetName::new, standIn);
    if (dataset != standIn && !fileName.equals(dataset + ".yml")) {
      node.refuse(OTHER_DATASET, "the file has another name than its dataset", dataset + ".yml", fileName);
    }
    return dataset;
  }

  private List<Column> columns(YamlNode node) {
    List<Column> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<YamlNode> items = node.items();
    if (node.isList() && (items.isEmpty() || items.size() > MOST_COLUMNS)) {
      node.refuse("C103", "columns cannot be used", "1 to " + MOST_COLUMNS + " columns", items.size() + " columns");
    }
    for (YamlNode item : items) {
      Column column = column(item);
      if (!column.name().isEmpty() && !names.add(column.name())) {
        item.need("name").refuse(DUPLICATE_NAME, "column " + column.name() + " stands twice", "each column once", null);
      }
      columns.add(column);
    }
    return columns;
  }

  private static Column column(YamlNode node) {
    if (!node.isMap()) {
      node.entries();
      return new Column("", LogicalType.STRING, false, "");
    }
    node.onlyKeys("name", "type", "required", "description");
    String name = name(node.need("name"));
    return new Column(
        name,
        type(node.need("type"), name),
        node.find("required").map(YamlNode::flag).orElse(false),
        node.need("description").text());
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

  private static List<String> key(YamlNode node, List<Column> columns) {
    List<String> names = columns.stream().map(Column::name).toList();
    List<String> key = new ArrayList<>();
    List<YamlNode> items = node.items();
    if (node.isList() && items.isEmpty()) {
      node.refuseValue("at least one column");
    }
    for (YamlNode item : items) {
      String name = item.text();
      if (!name.isEmpty() && !names.contains(name)) {
        String hint = Nearest.to(name, names).map(near -> "; did you mean \"" + near + "\"?").orElse("");
        item.refuse(UNKNOWN_COLUMN, "key column \"" + name + "\" is no column of this contract" + hint,
            "one of the columns", null);
      } else if (!name.isEmpty() && key.contains(name)) {
        item.refuse(DUPLICATE_NAME, "key column " + name + " stands twice", "each column once", null);
      }
      key.add(name);
    }
    return key;
  }
}
