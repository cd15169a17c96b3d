package sluice.quality.sql;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.lake.contract.Column;
import sluice.lake.contract.Contract;
import sluice.lake.contract.LogicalType;

/** The columns of a table, as far as they are known. */
public sealed interface TableColumns {
  /** A table that is not built yet: every column may turn out to be there. */
  TableColumns UNKNOWN = new Unknown();

  Optional<TableColumn> find(String name);

  /** Those there are, for messages. */
  List<String> names();

  /** The validated table of a contract: its columns, the lineage, and what it is partitioned by. */
  static TableColumns of(Contract contract) {
    Map<String, LogicalType> types = new LinkedHashMap<>();
    contract.validatedColumns().forEach(name -> types.put(name, LogicalType.STRING));
    PARTITION_KEYS.forEach(name -> types.put(name, LogicalType.STRING));
    contract.columns().forEach((Column column) -> types.put(column.name(), column.type()));
    return of(types.entrySet().stream().map(column -> TableColumn.delivered(column.getKey(), column.getValue())).toList());
  }

  static TableColumns of(Collection<TableColumn> columns) {
    Map<String, TableColumn> byName = new LinkedHashMap<>();
    columns.forEach(column -> byName.put(column.name(), column));
    return new Known(byName);
  }

  List<String> PARTITION_KEYS = List.of("ingest_date", "run_id");

  record Known(Map<String, TableColumn> columns) implements TableColumns {
    @Override
    public Optional<TableColumn> find(String name) {
      return Optional.ofNullable(columns.get(name));
    }

    @Override
    public List<String> names() {
      return List.copyOf(columns.keySet());
    }
  }

  record Unknown() implements TableColumns {
    @Override
    public Optional<TableColumn> find(String name) {
      return Optional.of(TableColumn.delivered(name, LogicalType.STRING));
    }

    @Override
    public List<String> names() {
      return List.of();
    }
  }
}
