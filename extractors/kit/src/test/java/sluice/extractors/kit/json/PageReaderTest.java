package sluice.extractors.kit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.extractors.kit.CollectedRows;
import sluice.extractors.kit.Fault;

class PageReaderTest {
  private final CollectedRows out = new CollectedRows("id", "fully_remote", "location", "asked");

  @Test
  void scalarsBecomeTheirTextAndNestedValuesCompactJson() throws Exception {
    Page page = read("""
        {"rows": [
          {"id": "a", "fullyRemote": true, "location": { "places" : [ {"city": "Gda\\u0144sk, \\"x\\" "}, 1.50, null ] }},
          {"id": 12345678901234567890, "fullyRemote": null, "location": []},
          {"id": -1.5e+07, "fullyRemote": "", "location": {}}
        ]}""");

    assertThat(page.rows()).isEqualTo(3);
    assertThat(out.collected()).containsExactly(
        Map.of("id", "a", "fully_remote", "true", "location", "{\"places\":[{\"city\":\"Gda\\u0144sk, \\\"x\\\" \"},1.50,null]}"),
        Map.of("id", "12345678901234567890", "location", "[]"),
        Map.of("id", "-1.5e+07", "fully_remote", "", "location", "{}"));
  }

  @Test
  void escapesAndEveryPlaneOfUnicodeComeThrough() throws Exception {
    read("{\"rows\":[{\"id\":\"z\\u0105\\n\\t\\\\ \u20ac \\ud83d\\ude00 \ud83d\ude80 \\u0000\"}]}");
    assertThat(out.collected().getFirst().get("id")).isEqualTo("z\u0105\n\t\\ \u20ac \ud83d\ude00 \ud83d\ude80 \0");
  }

  @Test
  void halfASurrogatePairBecomesAReplacementSign() throws Exception {
    read("{\"rows\":[{\"id\":\"a\\ud83dz\"},{\"id\":\"\\ude00\"}]}");
    assertThat(out.collected()).containsExactly(Map.of("id", "a\ufffdz"), Map.of("id", "\ufffd"));
  }

  @Test
  void whatHasNoColumnIsKeptTogether() throws Exception {
    read("""
        {"rows": [{"help4Ua": true, "id": "a", "logo": {"w": [1, 2]}, "say \\"hi\\"": "x\\ny", "n": 1.10, "gone": null, "_unlisted": "own"}]}""");
    assertThat(out.collected()).containsExactly(Map.of("id", "a",
        "_unlisted", "{\"help4Ua\":true,\"logo\":{\"w\":[1,2]},\"say \\\"hi\\\"\":\"x\\ny\",\"n\":1.10,\"gone\":null,\"_unlisted\":\"own\"}"));
  }

  @Test
  void theSecondFieldForAColumnIsKeptAside() throws Exception {
    read("{\"rows\":[{\"fullyRemote\":true,\"fully_remote\":\"other\"},{\"fully_remote\":\"one\"}]}");
    assertThat(out.collected()).containsExactly(
        Map.of("fully_remote", "true", "_unlisted", "{\"fully_remote\":\"other\"}"), Map.of("fully_remote", "one"));
  }

  @Test
  void aFieldCannotTakeAColumnThatIsCarried() throws Exception {
    PageReader reader = new PageReader(FieldPath.parse("rows"), Optional.empty(), out,
        new FieldColumns(out.columns(), List.of("asked")), () -> out.add(3, "PLN"));
    reader.read(utf8("{\"rows\":[{\"asked\":\"EUR\"}]}"));
    assertThat(out.collected()).containsExactly(Map.of("asked", "PLN", "_unlisted", "{\"asked\":\"EUR\"}"));
  }

  @Test
  void rowsAndTotalAreFoundWhereTheirPathsLead() throws Exception {
    String json = "{\"x\":{\"rows\":[{\"id\":0}],\"total\":9},\"data\":{\"total\":\"no\",\"rows\":[{\"id\":1}],\"meta\":{\"total\":7}},\"total\":8}";
    Page page = reader("data.rows", "data.meta.total").read(utf8(json));
    assertThat(page.stated()).isEqualTo(OptionalLong.of(7));
    assertThat(out.collected()).containsExactly(Map.of("id", "1"));
  }

  @Test
  void theDocumentItselfCanBeTheList() throws Exception {
    PageReader reader = new PageReader(FieldPath.ROOT, Optional.empty(), out, new FieldColumns(out.columns(), List.of()), () -> {});
    assertThat(reader.read(utf8("[{\"id\":1},{\"id\":2}]")).rows()).isEqualTo(2);
    assertThatThrownBy(() -> reader.read(utf8("{\"id\":1}"))).hasMessage("is no list of rows");
  }

  @Test
  void aByteOrderMarkDoesNotShiftWhatIsCopied() throws Exception {
    read("\ufeff{\"rows\":[{\"id\":\"a\",\"location\":{\"c\": 1},\"more\": [ 2 ]}]}");
    assertThat(out.collected()).containsExactly(Map.of("id", "a", "location", "{\"c\":1}", "_unlisted", "{\"more\":[2]}"));
  }

  @Test
  void theSameRowsHaveTheSameFingerprintWhateverStandsAroundThem() throws Exception {
    String one = read("{\"page\":1,\"rows\":[{\"id\":1}]}").fingerprint();
    assertThat(read("{\"rows\":[{\"id\":1}],\"page\":2222}").fingerprint()).isEqualTo(one).hasSize(16);
    assertThat(read("{\"rows\":[{\"id\":2}]}").fingerprint()).isNotEqualTo(one);
  }

  @Test
  void longValuesGrowTheBuffersAndNothingElse() throws Exception {
    String text = "ż".repeat(100_000) + "x".repeat(100_000);
    read("{\"rows\":[{\"id\":\"" + text + "\",\"location\":[\"" + text + "\"]},{\"id\":\"short\"}]}");
    assertThat(out.collected()).containsExactly(Map.of("id", text, "location", "[\"" + text + "\"]"), Map.of("id", "short"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "{\"rows\":[{\"id\":1,\"id\":2}]}    | MALFORMED_JSON   | is no valid JSON: Duplicate field 'id' (at byte 21)",
    "{\"rows\":[],\"rows\":[]}           | MALFORMED_JSON   | is no valid JSON: Duplicate field 'rows' (at byte 17)",
    "{\"rows\":[{\"a\":{\"b\":1,\"b\":2}}]} | MALFORMED_JSON | is no valid JSON: Duplicate field 'b' (at byte 24)",
    "{\"rows\":[]} x}                    | MALFORMED_JSON   | is no valid JSON: Unrecognized token 'x': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false') (at byte 12)",
    "{\"rows\":[]}{}                     | MALFORMED_JSON   | goes on after the end of its JSON document",
    "{\"rows\":[{\"id\":01}]}            | MALFORMED_JSON   | is no valid JSON: Invalid numeric value: Leading zeroes not allowed (at byte 16)",
    "{\"rows\":[{\"id\":NaN}]}           | MALFORMED_JSON   | is no valid JSON: Non-standard token 'NaN': enable `JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS` to allow (at byte 18)",
    "{\"rows\":[{\"id\":1},]}            | MALFORMED_JSON   | is no valid JSON: Unexpected character (']' (code 93)): expected a value (at byte 18)",
    "{\"rows\":[{\"id\":\"a              | TRUNCATED_ANSWER | does not end with a }, as its JSON would",
    "[{\"id\":1}                         | TRUNCATED_ANSWER | does not end with a ], as its JSON would",
    "{                                   | TRUNCATED_ANSWER | does not end with a }, as its JSON would",
    "{\"rows\":[{\"id\":1}               | TRUNCATED_ANSWER | ends in the middle of its JSON (at byte 17)",
    "\"rows\"                             | MALFORMED_JSON   | does not begin like a JSON object or list",
    "{\"rows\":[1]}                      | NOT_A_ROW        | has a row that is no object: row 1 is a number",
    "{\"rows\":[{},[]]}                  | NOT_A_ROW        | has a row that is no object: row 2 is a list",
    "{\"rows\":[null]}                   | NOT_A_ROW        | has a row that is no object: row 1 is null",
    "{\"rows\":[\"a\"]}                  | NOT_A_ROW        | has a row that is no object: row 1 is a text",
    "{\"rows\":[false]}                  | NOT_A_ROW        | has a row that is no object: row 1 is a boolean",
    "{\"rows\":null}                     | NO_ROWS_FIELD    | has no list of rows at \"rows\"",
    "{\"other\":[]}                      | NO_ROWS_FIELD    | has no list of rows at \"rows\"",
    "[]                                  | NO_ROWS_FIELD    | has no list of rows at \"rows\"",
  })
  void whatIsNoPageIsRefused(String json, Fault fault, String message) {
    assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(BadPageException.class, bad -> assertThat(bad.fault()).isEqualTo(fault))
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"rows\":[]}", "{\"rows\":[],\"n\":null}", "{\"rows\":[],\"n\":\"5\"}", "{\"rows\":[],\"n\":-1}", "{\"rows\":[],\"n\":1.5}", "{\"rows\":[],\"n\":{}}", "{\"n2\":5}"})
  void aPageWithoutItsTotalIsRefused(String json) {
    assertThatThrownBy(() -> reader("rows", "n").read(utf8(json)))
        .isInstanceOfSatisfying(BadPageException.class, bad -> assertThat(bad.fault()).isEqualTo(Fault.NO_TOTAL))
        .hasMessage("has no \"n\"");
  }

  @Test
  void anEmptyAnswerIsATruncatedOne() {
    assertThatThrownBy(() -> read("")).hasMessage("is empty");
    assertThatThrownBy(() -> read("  ")).hasMessage("is empty");
  }

  @Test
  void onlyStrictUtf8IsText() {
    assertNotUtf8(new byte[] {(byte) 0xC0, (byte) 0xAF}, "is not UTF-8: byte 17 cannot be decoded"); // overlong /
    assertNotUtf8(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, "is not UTF-8: byte 17 cannot be decoded"); // encoded surrogate
    assertNotUtf8(new byte[] {(byte) 0xE9}, "is not UTF-8: byte 17 cannot be decoded"); // Latin 1
    assertNotUtf8(new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80}, "is not UTF-8: byte 17 cannot be decoded"); // beyond Unicode
    for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32")) {
      assertThatThrownBy(() -> reader("rows", null).read("{\"rows\":[]}".getBytes(Charset.forName(charset))))
          .as(charset).isInstanceOf(BadPageException.class).hasMessageStartingWith("is not UTF-8: ");
    }
  }

  @Test
  void depthAndLengthsAreBounded() {
    assertThatThrownBy(() -> read("{\"rows\":[{\"id\":" + "[".repeat(200) + "]".repeat(200) + "}]}"))
        .hasMessageStartingWith("is no valid JSON: Document nesting depth (101) exceeds the maximum allowed (100");
    assertThatThrownBy(() -> read("{\"rows\":[{\"id\":" + "1".repeat(1_001) + "}]}"))
        .hasMessageStartingWith("is no valid JSON: Number value length (1001) exceeds the maximum allowed (1000");
    assertThatThrownBy(() -> read("{\"rows\":[{\"" + "n".repeat(1_001) + "\":1}]}"))
        .hasMessageStartingWith("is no valid JSON: Name length (1001) exceeds the maximum allowed (1000");
  }

  @Test
  void aSiteThatInventsFieldNamesStillGetsEveryValueThrough() throws Exception {
    StringBuilder json = new StringBuilder("{\"rows\":[");
    for (int i = 0; i < 3_000; i++) {
      json.append(i == 0 ? "" : ",").append("{\"field").append(i).append("\":").append(i).append('}');
    }
    read(json.append("]}").toString());
    assertThat(out.collected().get(2_999)).isEqualTo(Map.of("_unlisted", "{\"field2999\":2999}"));
  }

  private void assertNotUtf8(byte[] inside, String message) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    json.writeBytes(utf8("{\"rows\":[{\"id\":\""));
    json.writeBytes(inside);
    json.writeBytes(utf8("\"}]}"));
    assertThatThrownBy(() -> reader("rows", null).read(json.toByteArray())).isInstanceOf(BadPageException.class).hasMessage(message);
  }

  private Page read(String json) throws IOException, BadPageException {
    return reader("rows", null).read(utf8(json));
  }

  private PageReader reader(String rows, String total) {
    return new PageReader(FieldPath.parse(rows), Optional.ofNullable(total).map(FieldPath::parse), out,
        new FieldColumns(out.columns(), List.of()), () -> {});
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
