package sluice.local.athena.result;

import io.trino.client.Row;
import io.trino.client.RowField;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A value as Athena writes it in a result: text for everything, and nothing at all for null. */
final class TextForm {
    private static final HexFormat BYTES = HexFormat.ofDelimiter(" ");
    private static final Pattern SECONDS = Pattern.compile("\\d\\d:\\d\\d:\\d\\d\\.?(\\d*)");

    private TextForm() {
    }

    /** @return null only for null; inside arrays, maps and rows a null is the word */
    static String of(ResultColumn column, Object value) {
        if (value == null) {
            return null;
        }
        return switch (column.type()) {
            case "timestamp", "timestamp with time zone", "time", "time with time zone" -> withMillis(value.toString());
            default -> text(value);
        };
    }

    /** Athena shows thousandths at least. */
    private static String withMillis(String time) {
        Matcher seconds = SECONDS.matcher(time);
        if (!seconds.find() || seconds.group(1).length() >= 3) {
            return time;
        }
        String fraction = (seconds.group(1) + "000").substring(0, 3);
        return time.substring(0, seconds.start(1)).replaceFirst("\\.$", "") + "." + fraction + time.substring(seconds.end());
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
