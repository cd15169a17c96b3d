package sluice.local.athena.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.trino.client.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFormTest {

    @Test
    void writesNothingForNullButTheWordInsideOthers() {
        assertThat(text("varchar", null)).isNull();
        assertThat(text("array", Arrays.asList(1, null))).isEqualTo("[1, null]");
    }

    @Test
    void writesBytesInHexWithSpaces() {
        assertThat(text("varbinary", new byte[] {0, 15, (byte) 255})).isEqualTo("00 0f ff");
        assertThat(text("varbinary", new byte[0])).isEmpty();
    }

    @Test
    void writesMapsAndRowsWithEqualSigns() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", 1);
        map.put("b", null);
        assertThat(text("map", map)).isEqualTo("{a=1, b=null}");
        assertThat(text("row", Row.builder().addField("id", 7).addUnnamedField("x").build())).isEqualTo("{id=7, field1=x}");
    }

    @Test
    void nestsThemAll() {
        List<Object> rows = new ArrayList<>();
        rows.add(Row.builder().addField("tags", List.of("a", "b")).build());
        rows.add(Map.of("k", List.of(1.5, 2.0E10)));
        assertThat(text("array", rows)).isEqualTo("[{tags=[a, b]}, {k=[1.5, 2.0E10]}]");
    }

    @ParameterizedTest
    @CsvSource({
            "timestamp, 2026-01-02 03:04:05, 2026-01-02 03:04:05.000",
            "timestamp, 2026-01-02 03:04:05.1, 2026-01-02 03:04:05.100",
            "timestamp, 2026-01-02 03:04:05.123456, 2026-01-02 03:04:05.123456",
            "timestamp with time zone, 2026-01-02 03:04:05 UTC, 2026-01-02 03:04:05.000 UTC",
            "timestamp with time zone, 2026-01-02 03:04:05.12 +01:00, 2026-01-02 03:04:05.120 +01:00",
            "time, 03:04:05, 03:04:05.000",
            "varchar, 03:04:05, 03:04:05",
            "date, 2026-01-02, 2026-01-02"})
    void showsThousandthsOfASecondAtLeast(String type, String value, String expected) {
        assertThat(text(type, value)).isEqualTo(expected);
    }

    private static String text(String type, Object value) {
        return TextForm.of(new ResultColumn("c", type, 0, 0), value);
    }
}
