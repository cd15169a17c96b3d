package sluice.local.athena.sql;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sluice.local.athena.sql.CreateTableAs.Format;

/** {@code ALTER TABLE t SET TBLPROPERTIES (…)}: Trino has no such free properties; the catalogue has, and an Iceberg table keeps its own. */
public record SetTableProperties(TableName table, Map<String, String> properties) implements TableChange {

    static Optional<SetTableProperties> read(Tokens tokens, TableName table) {
        if (!tokens.take("set", "tblproperties")) {
            return Optional.empty();
        }
        Map<String, String> properties = tokens.stringPairs();
        tokens.expectEnd();
        return Optional.of(new SetTableProperties(table, properties));
    }

    @Override
    public HiveTable forHive(HiveTable before) {
        Map<String, String> all = new HashMap<>(before.parameters());
        all.putAll(properties);
        return new HiveTable(before.columns(), all);
    }

    @Override
    public List<Rewriting> forIceberg(String catalog) {
        Map<String, String> quoted = new LinkedHashMap<>();
        properties.forEach((name, value) -> quoted.put(name, TableName.literal(value)));
        String changes = TableProperties.forTrino(Format.ICEBERG, quoted).entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).collect(Collectors.joining(", "));
        return List.of(Rewriting.own("alter table %s set properties %s".formatted(table.in(catalog), changes)));
    }
}
