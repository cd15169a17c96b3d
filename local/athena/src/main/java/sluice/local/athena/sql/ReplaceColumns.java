package sluice.local.athena.sql;

import java.util.List;
import java.util.Optional;

/** {@code ALTER TABLE t REPLACE COLUMNS (…)}: all columns but the partition keys, which Athena knows for Hive tables only. */
public record ReplaceColumns(TableName table, List<HiveColumn> columns) implements TableChange {

    static Optional<ReplaceColumns> read(Tokens tokens, TableName table) {
        if (!tokens.take("replace", "columns")) {
            return Optional.empty();
        }
        List<HiveColumn> columns = HiveColumn.readAll(tokens);
        tokens.expectEnd();
        return Optional.of(new ReplaceColumns(table, columns));
    }

    @Override
    public HiveTable forHive(HiveTable before) {
        return before.withColumns(columns);
    }

    @Override
    public List<Rewriting> forIceberg(String catalog) {
        throw new RefusedException("REPLACE COLUMNS is not supported for the Iceberg table " + table);
    }
}
