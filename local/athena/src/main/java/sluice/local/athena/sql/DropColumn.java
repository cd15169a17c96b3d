package sluice.local.athena.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code ALTER TABLE t DROP COLUMN a}, which Athena knows for Iceberg tables only. */
public record DropColumn(TableName table, String column) implements TableChange {

    static Optional<DropColumn> read(Tokens tokens, TableName table) {
        if (!tokens.take("drop", "column")) {
            return Optional.empty();
        }
        String column = tokens.name().text().toLowerCase(Locale.ROOT);
        tokens.expectEnd();
        return Optional.of(new DropColumn(table, column));
    }

    @Override
    public HiveTable forHive(HiveTable before) {
        throw new RefusedException("DROP COLUMN is not supported for the Hive table " + table + "; use REPLACE COLUMNS");
    }

    @Override
    public List<Rewriting> forIceberg(String catalog) {
        return List.of(Rewriting.own("alter table %s drop column %s".formatted(table.in(catalog), TableName.quoted(column))));
    }
}
