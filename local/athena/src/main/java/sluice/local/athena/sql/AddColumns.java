package sluice.local.athena.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ALTER TABLE t ADD COLUMNS (a int, b string)}: at the end, before the partition keys. */
public record AddColumns(TableName table, List<HiveColumn> columns) implements TableChange {

    static Optional<AddColumns> read(Tokens tokens, TableName table) {
        if (!tokens.take("add", "columns")) {
            return Optional.empty();
        }
        List<HiveColumn> columns = HiveColumn.readAll(tokens);
        tokens.expectEnd();
        return Optional.of(new AddColumns(table, columns));
    }

    @Override
    public HiveTable forHive(HiveTable before) {
        List<HiveColumn> all = new ArrayList<>(before.columns());
        for (HiveColumn column : columns) {
            if (all.stream().anyMatch(c -> c.name().equals(column.name()))) {
                throw new RefusedException("Duplicate column name: " + column.name());
            }
            all.add(column);
        }
        return before.withColumns(all);
    }

    @Override
    public List<Rewriting> forIceberg(String catalog) {
        return columns.stream().map(c -> Rewriting.own("alter table %s add column %s".formatted(table.in(catalog), c.trino()))).toList();
    }
}
