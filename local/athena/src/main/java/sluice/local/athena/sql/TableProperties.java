package sluice.local.athena.sql;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sluice.local.athena.sql.CreateTableAs.Format;

/** Athena's table properties as Trino's connectors name them; what Iceberg itself keeps goes along as an extra property. */
final class TableProperties {
    private static final Set<String> ICEBERG_OWN = Set.of("format", "location", "partitioning", "sorted_by", "format_version");

    private TableProperties() {
    }

    /** @param athena names in lower case with their values as SQL expressions */
    static Map<String, String> forTrino(Format format, Map<String, String> athena) {
        Map<String, String> trino = new LinkedHashMap<>();
        Map<String, String> extra = new TreeMap<>();
        athena.forEach((name, value) -> {
            switch (name) {
                case "is_external" -> {
                    // Athena asks for it; in Trino the kind of location says it.
                }
                case "format" -> trino.put("format", value.toUpperCase(Locale.ROOT));
                case "write_compression" -> {
                    if (format == Format.ICEBERG) {
                        trino.put("compression_codec", value.toUpperCase(Locale.ROOT));
                    }
                }
                case "field_delimiter" -> trino.put("textfile_field_separator", value);
                case "partitioned_by" -> trino.put(format == Format.ICEBERG ? "partitioning" : name, value);
                default -> {
                    if (format == Format.ICEBERG && !ICEBERG_OWN.contains(name)) {
                        extra.put(name, value);
                    } else {
                        trino.put(name, value);
                    }
                }
            }
        });
        if (!extra.isEmpty()) {
            trino.put("extra_properties", map(extra));
        }
        return trino;
    }

    private static String map(Map<String, String> extra) {
        return "map(array[" + extra.keySet().stream().map(TableName::literal).collect(Collectors.joining(", ")) + "], array["
                + extra.values().stream().map(TableProperties::asString).collect(Collectors.joining(", ")) + "])";
    }

    private static String asString(String expression) {
        return expression.startsWith("'") ? expression : TableName.literal(expression);
    }
}
