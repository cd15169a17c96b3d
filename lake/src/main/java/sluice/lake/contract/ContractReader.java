package sluice.lake.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import sluice.lake.DatasetName;
import sluice.lake.problem.Nearest;
import sluice.lake.yaml.YamlNode;

/** Takes a contract out of its YAML, noting all that is wrong with it. */
final class ContractReader {
  private static final String UNKNOWN_COLUMN = "C106";
  private static final String DUPLICATE_NAME = "C107";
  private static final String OTHER_DATASET = "C108";
  private static final String UNCERTAIN_KEY = "C110";
  private static final String SENSELESS_PII = "C117";
  private static final String UNREAD_HEADER = "C118";

  private static final int MOST_COLUMNS = 500;

  private final String fileName;

  /** The file name without its ending is the dataset's name too. */
  ContractReader(String fileName) {
    this.fileName = fileName;
  }

  Contract read(YamlNode file) {
    file.onlyKeys("dataset", "version", "description", "owner", "load", "key", "format", "freshness", "drift", "quality", "columns");
    DatasetName dataset = dataset(file.need("dataset"));
    Format format = file.find("format").map(FormatReader::read).orElse(new Format.Parquet());
    List<Column> columns = columns(file.need("columns"), format);
    return new Contract(
        dataset,
        (int) file.need("version").integer(1, Integer.MAX_VALUE),
        Description.read(file.need("description")),
        Description.read(file.need("owner")),
        file.need("load").oneOf(Load.class),
        key(file.need("key"), columns),
        format,
        file.find("drift").map(DriftReader::read).orElse(Drift.STANDARD),
        file.find("freshness").map(age -> age.as(Freshness::parse, Duration.ZERO)),
        file.find("quality").map(QualityReader::read).orElse(Quality.NONE),
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

  private static List<Column> columns(YamlNode node, Format format) {
    List<Column> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Set<String> headers = new HashSet<>();
    List<YamlNode> items = node.items();
    if (node.isList() && (items.isEmpty() || items.size() > MOST_COLUMNS)) {
      node.refuse("C103", "columns cannot be used", "1 to " + MOST_COLUMNS + " columns", items.size() + " columns");
    }
    for (YamlNode item : items) {
      Column column = ColumnReader.read(item);
      boolean named = !column.name().isEmpty();
      if (named && !names.add(column.name())) {
        item.need("name").refuse(DUPLICATE_NAME, "column " + column.name() + " stands twice", "each column once", null);
      } else if (named && !headers.add(column.header())) {
        item.find("header").or(() -> item.find("name")).ifPresent(header -> header.refuse(
            DUPLICATE_NAME, "header " + column.header() + " belongs to two columns", "each header once", null));
      }
      if (named && format instanceof Format.Csv csv && !csv.header()) {
        item.find("header").ifPresent(header -> header.refuse(
            UNREAD_HEADER, "nobody reads this header: the format says header: false", "no header, or format with header: true", null));
      }
      columns.add(column);
    }
    return columns;
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
      } else if (!name.isEmpty()) {
        keepsRowsApart(item, columns.get(names.indexOf(name)));
      }
      key.add(name);
    }
    return key;
  }

  private static void keepsRowsApart(YamlNode item, Column column) {
    if (!column.required() || column.nullable()) {
      item.refuse(UNCERTAIN_KEY, "key column " + column.name() + " may be without a value",
          "a column with required: true and not nullable: true", null,
          "write required: true in the column, or take it out of the key");
    } else if (column.pii() == Pii.MASK || column.pii() == Pii.DROP) {
      item.refuse(SENSELESS_PII, "key column " + column.name() + " would not tell rows apart any more",
          "pii: keep or hash", "pii: " + column.pii().name().toLowerCase(Locale.ROOT));
    }
  }
}
