package sluice.local.athena.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sluice.local.athena.sql.Rewriting.Edit;

/** {@code CREATE TABLE … WITH (table_type = …) AS}: the property picks Trino's connector, and both sides name the others differently. */
public record CreateTableAs(TableName table, Format format, Rewriting query) implements Statement {

    /** Which kind of table is made, and so which of the engine's catalogs makes it. */
    public enum Format { HIVE, ICEBERG }

    /** The engine's own names for its two connectors. */
    public record Catalogs(String hive, String iceberg) {
        public String of(Format format) {
            return switch (format) {
                case HIVE -> hive;
                case ICEBERG -> iceberg;
            };
        }
    }

    public static final Catalogs CATALOGS = new Catalogs("awsdatacatalog", "iceberg");

    static Optional<CreateTableAs> read(Tokens tokens, String database) {
        if (!tokens.take("create", "table")) {
            return Optional.empty();
        }
        tokens.take("if", "not", "exists");
        int nameStart = tokens.position();
        TableName table = tokens.table(database);
        int nameEnd = tokens.lastEnd();
        Map<String, String> properties = new LinkedHashMap<>();
        int start = nameEnd;
        int end = nameEnd;
        if (tokens.take("with")) {
            start = tokens.lastStart();
            properties.putAll(tokens.expressions());
            end = tokens.lastEnd();
        }
        if (!tokens.take("as")) {
            return Optional.empty();
        }
        Format format = format(properties.remove("table_type"));
        int selectStart = end;
        List<Edit> edits = TrinoQuery.backticks(tokens).stream().filter(e -> e.start() >= selectStart).collect(Collectors.toCollection(ArrayList::new));
        edits.add(new Edit(nameStart, nameEnd, table.in(CATALOGS.of(format))));
        edits.add(new Edit(start, end, with(TableProperties.forTrino(format, properties))));
        if (tokens.end() < tokens.text().length()) {
            edits.add(new Edit(tokens.end(), tokens.text().length(), ""));
        }
        return Optional.of(new CreateTableAs(table, format, TrinoGrammar.checked(Rewriting.of(tokens.text(), edits))));
    }

    private static Format format(String tableType) {
        return tableType != null && tableType.toUpperCase(Locale.ROOT).equals("'ICEBERG'") ? Format.ICEBERG : Format.HIVE;
    }

    private static String with(Map<String, String> properties) {
        return properties.isEmpty() ? "" : properties.entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).collect(Collectors.joining(", ", " with (", ")"));
    }
}
