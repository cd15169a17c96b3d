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
public final class CreateTableAs implements Statement {

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

    private final String text;
    private final TableName table;
    private final Format format;
    private final Map<String, String> properties;
    private final List<Edit> edits;
    private final Edit with;
    private final String select;

    private CreateTableAs(String text, TableName table, Format format, Map<String, String> properties, List<Edit> edits, Edit with, String select) {
        this.text = text;
        this.table = table;
        this.format = format;
        this.properties = properties;
        this.edits = edits;
        this.with = with;
        this.select = select;
    }

    static Optional<CreateTableAs> read(Tokens tokens, String database) {
        if (!tokens.take("create", "table")) {
            return Optional.empty();
        }
        tokens.take("if", "not", "exists");
        int nameStart = tokens.position();
        TableName table = tokens.table(database);
        int nameEnd = tokens.lastEnd();
        Map<String, String> athena = new LinkedHashMap<>();
        Edit with = new Edit(nameEnd, nameEnd, "");
        if (tokens.take("with")) {
            int start = tokens.lastStart();
            athena.putAll(tokens.expressions());
            with = new Edit(start, tokens.lastEnd(), "");
        }
        if (!tokens.take("as")) {
            return Optional.empty();
        }
        Format format = format(athena.remove("table_type"));
        int selectStart = tokens.position();
        List<Edit> edits = new ArrayList<>(TrinoQuery.edits(tokens).stream().filter(e -> e.start() >= selectStart).toList());
        String select = Rewriting.of(tokens.text(), edits).sql().substring(selectStart);
        edits.add(new Edit(nameStart, nameEnd, table.in(CATALOGS.of(format))));
        CreateTableAs create = new CreateTableAs(tokens.text(), table, format, TableProperties.forTrino(format, athena), edits, with, select);
        TrinoGrammar.checked(create.query(Optional.empty()));
        return Optional.of(create);
    }

    private static Format format(String tableType) {
        return tableType != null && tableType.toUpperCase(Locale.ROOT).equals("'ICEBERG'") ? Format.ICEBERG : Format.HIVE;
    }

    public TableName table() {
        return table;
    }

    public Format format() {
        return format;
    }

    /** The query whose rows the table gets. */
    public String select() {
        return select;
    }

    /** @param place where a Hive table's objects go when the statement does not say it */
    public Rewriting query(Optional<String> place) {
        Map<String, String> all = new LinkedHashMap<>(properties);
        if (format == Format.HIVE) {
            place.ifPresent(location -> all.putIfAbsent("external_location", TableName.literal(location)));
        }
        String list = all.isEmpty() ? "" : all.entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).collect(Collectors.joining(", ", " with (", ")"));
        List<Edit> changes = new ArrayList<>(edits);
        changes.add(new Edit(with.start(), with.end(), list));
        return Rewriting.of(text, changes);
    }
}
