package sluice.local.athena.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code ALTER TABLE t CHANGE COLUMN a b bigint}: another name, another type, or both. */
public record ChangeColumn(TableName table, String column, HiveColumn changed) implements TableChange {

    static Optional<ChangeColumn> read(Tokens tokens, TableName table) {
        if (!tokens.take("change")) {
            return Optional.empty();
        }
        tokens.take("column");
        String column = tokens.name().text().toLowerCase(Locale.ROOT);
        HiveColumn changed = HiveColumn.read(tokens);
        tokens.expectEnd();
        return Optional.of(new ChangeColumn(table, column, changed));
    }

    @Override
    public HiveTable forHive(HiveTable before) {
        HiveColumn old = before.column(column);
        return before.withColumns(before.columns().stream().map(c -> c.equals(old) ? changed : c).toList());
    }

    @Override
    public List<Rewriting> forIceberg(String catalog) {
        List<Rewriting> steps = new ArrayList<>();
        String name = TableName.quoted(changed.name());
        if (!changed.name().equals(column)) {
            steps.add(Rewriting.own("alter table %s rename column %s to %s".formatted(table.in(catalog), TableName.quoted(column), name)));
        }
        steps.add(Rewriting.own("alter table %s alter column %s set data type %s".formatted(table.in(catalog), name, HiveType.trino(changed.type()))));
        changed.comment().ifPresent(text -> steps.add(Rewriting.own("comment on column %s.%s is %s".formatted(table.in(catalog), name, TableName.literal(text)))));
        return steps;
    }
}
