package sluice.local.athena.sql;

import java.util.List;
import java.util.Map;

/** What an {@code ALTER TABLE} can change of a Hive table in the catalogue. */
public record HiveTable(List<HiveColumn> columns, Map<String, String> parameters) {

    public HiveTable {
        columns = List.copyOf(columns);
        parameters = Map.copyOf(parameters);
    }

    HiveTable withColumns(List<HiveColumn> changed) {
        return new HiveTable(changed, parameters);
    }

    /** @throws RefusedException when the table has no such column */
    HiveColumn column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst()
                .orElseThrow(() -> new RefusedException("Invalid column reference " + name));
    }
}
