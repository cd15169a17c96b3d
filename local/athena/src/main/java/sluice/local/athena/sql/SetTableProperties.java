package sluice.local.athena.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sluice.local.athena.sql.CreateTableAs.Format;

/** {@code ALTER TABLE t SET TBLPROPERTIES (…)}: Trino has no such free properties, the catalogue has. */
public record SetTableProperties(TableName table, Map<String, String> properties) implements Statement {

    static Optional<SetTableProperties> read(Tokens tokens, String database) {
        if (!tokens.take("alter", "table")) {
            return Optional.empty();
        }
        TableName table = tokens.table(database);
        if (!tokens.take("set", "tblproperties")) {
            return Optional.empty();
        }
        Map<String, String> properties = tokens.stringPairs();
        tokens.expectEnd();
        return Optional.of(new SetTableProperties(table, properties));
    }

    /** An Iceberg table keeps its properties itself. */
    public Rewriting alterIceberg(String catalog) {
        Map<String, String> quoted = new LinkedHashMap<>();
        properties.forEach((name, value) -> quoted.put(name, TableName.literal(value)));
        return Rewriting.own("alter table %s set properties %s".formatted(table.in(catalog),
                TableProperties.forTrino(Format.ICEBERG, quoted).entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).collect(Collectors.joining(", "))));
    }
}
