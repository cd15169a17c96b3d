package sluice.local.athena.result;

import io.trino.client.Row;
import io.trino.client.RowField;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A value as Athena writes it in a result: text for everything, and nothing at all for null. */
public final class TextForm {
    private static final HexFormat BYTES = HexFormat.ofDelimiter(" ");

    private TextForm() {
    }

    /** @return null only for null; inside arrays, maps and rows a null is the word */
    public static String of(Object value) {
        return value == null ? null : text(value);
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "null";
            case byte[] bytes -> BYTES.formatHex(bytes);
            case List<?> list -> list.stream().map(TextForm::text).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map -> map.entrySet().stream().map(e -> text(e.getKey()) + "=" + text(e.getValue())).collect(Collectors.joining(", ", "{", "}"));
            case Row row -> row.getFields().stream().map(TextForm::field).collect(Collectors.joining(", ", "{", "}"));
            default -> value.toString();
        };
    }

    private static String field(RowField field) {
        return field.getName().orElse("field" + field.getOrdinal()) + "=" + text(field.getValue());
    }
}
