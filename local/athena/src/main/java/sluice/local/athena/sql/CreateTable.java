package sluice.local.athena.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sluice.local.athena.sql.CreateTableAs.Format;
import sluice.local.athena.sql.Token.Kind;

/** {@code CREATE [EXTERNAL] TABLE t (columns) …} in Hive's grammar, for a Hive table over objects in S3 or an empty Iceberg table. */
public record CreateTable(
        TableName table, boolean ifNotExists, Format format, List<HiveColumn> columns, List<HiveColumn> partitionColumns, List<String> transforms,
        Optional<String> comment, HiveStorage storage, String location, Map<String, String> properties) implements Statement {

    static Optional<CreateTable> read(Tokens tokens, String database) {
        boolean external = tokens.take("create", "external", "table");
        if (!external && !tokens.take("create", "table")) {
            return Optional.empty();
        }
        boolean ifNotExists = tokens.take("if", "not", "exists");
        TableName table = tokens.table(database);
        if (!tokens.comes("(")) {
            return Optional.empty();
        }
        List<HiveColumn> columns = HiveColumn.readAll(tokens);
        Optional<String> comment = tokens.take("comment") ? Optional.of(tokens.expect(Kind.STRING, "a comment in quotes").text()) : Optional.empty();
        List<HiveColumn> partitionColumns = new ArrayList<>();
        List<String> transforms = new ArrayList<>();
        if (tokens.take("partitioned", "by")) {
            if (external) {
                partitionColumns.addAll(HiveColumn.readAll(tokens));
            } else {
                transforms.addAll(PartitionTransform.readAll(tokens));
            }
        }
        HiveStorage storage = HiveStorage.read(tokens);
        tokens.expect("location");
        String location = tokens.expect(Kind.STRING, "a location in quotes").text();
        Map<String, String> properties = new LinkedHashMap<>(tokens.take("tblproperties") ? tokens.stringPairs() : Map.of());
        tokens.expectEnd();
        boolean iceberg = "iceberg".equalsIgnoreCase(properties.get("table_type"));
        if (external == iceberg) {
            throw new RefusedException(iceberg ? "an Iceberg table is created without EXTERNAL" : "only an Iceberg table is created without EXTERNAL; add 'table_type' = 'ICEBERG' to TBLPROPERTIES");
        }
        properties.remove("table_type");
        return Optional.of(new CreateTable(table, ifNotExists, iceberg ? Format.ICEBERG : Format.HIVE, columns, partitionColumns, transforms, comment, storage, location, properties));
    }

    /** Only for an Iceberg table. */
    public Rewriting forIceberg(String catalog) {
        Map<String, String> expressions = new LinkedHashMap<>();
        properties.forEach((name, value) -> expressions.put(name.toLowerCase(Locale.ROOT), TableName.literal(value)));
        expressions.put("location", TableName.literal(location));
        if (!transforms.isEmpty()) {
            expressions.put("partitioning", transforms.stream().map(TableName::literal).collect(Collectors.joining(", ", "array[", "]")));
        }
        return Rewriting.own("create table %s%s (%s)%s with (%s)".formatted(
                ifNotExists ? "if not exists " : "",
                table.in(catalog),
                columns.stream().map(HiveColumn::trino).collect(Collectors.joining(", ")),
                comment.map(text -> " comment " + TableName.literal(text)).orElse(""),
                TableProperties.forTrino(Format.ICEBERG, expressions).entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).collect(Collectors.joining(", "))));
    }
}
