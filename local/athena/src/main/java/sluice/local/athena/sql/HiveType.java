package sluice.local.athena.sql;

import java.util.Locale;
import java.util.Map;
import sluice.local.athena.sql.Token.Kind;

/** Types in the words of Athena's DDL, which are Hive's, and in those of Trino. */
final class HiveType {
    private static final Map<String, String> SIMPLE = Map.ofEntries(
            Map.entry("string", "varchar"), Map.entry("int", "integer"), Map.entry("integer", "integer"), Map.entry("bigint", "bigint"),
            Map.entry("smallint", "smallint"), Map.entry("tinyint", "tinyint"), Map.entry("boolean", "boolean"), Map.entry("float", "real"),
            Map.entry("double", "double"), Map.entry("binary", "varbinary"), Map.entry("date", "date"), Map.entry("timestamp", "timestamp(6)"),
            Map.entry("decimal", "decimal(10,0)"), Map.entry("varchar", "varchar"), Map.entry("char", "char"));

    private HiveType() {
    }

    /** Reads one type and gives it back as the catalogue keeps it: {@code array<struct<a:int>>}. */
    static String read(Tokens tokens) {
        String name = tokens.expect(Kind.WORD, "a type").text().toLowerCase(Locale.ROOT);
        StringBuilder type = new StringBuilder(name);
        switch (name) {
            case "array" -> {
                tokens.expect("<");
                type.append('<').append(read(tokens)).append('>');
                tokens.expect(">");
            }
            case "map" -> {
                tokens.expect("<");
                type.append('<').append(read(tokens));
                tokens.expect(",");
                type.append(',').append(read(tokens)).append('>');
                tokens.expect(">");
            }
            case "struct" -> {
                tokens.expect("<");
                String separator = "<";
                do {
                    type.append(separator).append(tokens.name().text().toLowerCase(Locale.ROOT)).append(':');
                    tokens.expect(":");
                    type.append(read(tokens));
                    separator = ",";
                } while (tokens.take(","));
                tokens.expect(">");
                type.append('>');
            }
            default -> {
                if (!SIMPLE.containsKey(name)) {
                    throw tokens.unexpectedBefore("a type such as string, int, bigint, double, decimal(10,2), date or timestamp");
                }
                sizes(tokens, type);
            }
        }
        return type.toString();
    }

    private static void sizes(Tokens tokens, StringBuilder type) {
        if (tokens.take("(")) {
            String separator = "(";
            do {
                type.append(separator).append(tokens.expect(Kind.NUMBER, "a size").text());
                separator = ",";
            } while (tokens.take(","));
            tokens.expect(")");
            type.append(')');
        }
    }

    /** @param type as {@link #read} gives it */
    static String trino(String type) {
        return trino(new Tokens(type));
    }

    private static String trino(Tokens tokens) {
        String name = tokens.name().text();
        return switch (name) {
            case "array" -> {
                tokens.expect("<");
                String element = trino(tokens);
                tokens.expect(">");
                yield "array(" + element + ")";
            }
            case "map" -> {
                tokens.expect("<");
                String key = trino(tokens);
                tokens.expect(",");
                String value = trino(tokens);
                tokens.expect(">");
                yield "map(" + key + ", " + value + ")";
            }
            case "struct" -> row(tokens);
            default -> {
                StringBuilder sizes = new StringBuilder();
                sizes(tokens, sizes);
                yield sizes.isEmpty() ? SIMPLE.get(name) : name + sizes;
            }
        };
    }

    private static String row(Tokens tokens) {
        StringBuilder row = new StringBuilder("row");
        tokens.expect("<");
        String separator = "(";
        do {
            row.append(separator).append(TableName.quoted(tokens.name().text())).append(' ');
            tokens.expect(":");
            row.append(trino(tokens));
            separator = ", ";
        } while (tokens.take(","));
        tokens.expect(">");
        return row.append(')').toString();
    }
}
