package sluice.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void leavesOrdinaryTextAlone() {
        assertThat(quoted("zażółć /:;")).isEqualTo("\"zażółć /:;\"");
    }

    @Test
    void escapesWhatJsonForbids() {
        assertThat(quoted("\"\\\n\r\t\u0000\u001f")).isEqualTo("\"\\\"\\\\\\n\\r\\t\\u0000\\u001f\"");
    }

    @Test
    void escapesSurrogatesAlsoWhenTheyAreAlone() {
        assertThat(quoted("😀")).isEqualTo("\"\\ud83d\\ude00\"");
        assertThat(quoted("\ud83d")).isEqualTo("\"\\ud83d\"");
    }

    @Test
    void nothingIsNull() {
        assertThat(quoted(null)).isEqualTo("null");
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder();
        JsonText.quote(text, out);
        return out.toString();
    }
}
