package sluice.extractors.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.extractors.kit.json.FieldPath;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Problem;

class RestConfigTest {
  private static final String LEAST = """
      base_url: https://board.example/api/
      method: GET
      path: jobs
      paginator: {type: none}
      """;
  private static final String FULL = """
      base_url: https://board.example/api/
      method: POST
      path: search/posting
      params: {currency: PLN, page_size: 50, debug: false}
      headers: {Accept: application/json, X-Client: sluice}
      body: {raw: data engineering, nested: {n: 50, text: "50", list: [1.5, true, null, ""]}}
      rows: data.postings
      paginator: {type: offset, limit: 50, limit_param: limit, offset_param: offset, total: meta.total}
      carry_params: {requested_currency: currency}
      """;

  @TempDir Path folder;

  @Test
  void whatIsNotSaidHasADefault() {
    assertThat(config(LEAST)).isEqualTo(new RestConfig(URI.create("https://board.example/api/"), "GET", "jobs", Map.of(), Map.of(),
        Optional.empty(), FieldPath.ROOT, new Paginator.None(Optional.empty()), Map.of()));
  }

  @Test
  void everythingThatIsSaidIsTaken() {
    assertThat(config(FULL)).isEqualTo(new RestConfig(
        URI.create("https://board.example/api/"),
        "POST",
        "search/posting",
        Map.of("currency", "PLN", "page_size", "50", "debug", "false"),
        Map.of("Accept", "application/json", "X-Client", "sluice"),
        Optional.of("{\"raw\":\"data engineering\",\"nested\":{\"n\":50,\"text\":\"50\",\"list\":[1.5,true,null,\"\"]}}"),
        FieldPath.parse("data.postings"),
        new Paginator.Offset(50, "limit", "offset", Optional.of(FieldPath.parse("meta.total"))),
        Map.of("requested_currency", "currency")));
  }

  @Test
  void pagesCanBeAskedForByNumber() {
    assertThat(config(LEAST.replace("{type: none}", "{type: page_number, page_param: p}")).paginator())
        .isEqualTo(new Paginator.PageNumber(1, "p", Optional.empty(), Optional.empty()));
    assertThat(config(LEAST.replace("{type: none}", "{type: page_number, first: 0, page_param: p, size: 20, size_param: n, total: t}")).paginator())
        .isEqualTo(new Paginator.PageNumber(0, "p", Optional.of(new Paginator.PageNumber.Size(20, "n")), Optional.of(FieldPath.parse("t"))));
  }

  @Test
  void anotherBaseReplacesThePlaceAndNothingElse() {
    RestConfig live = config(FULL);
    assertThat(live.at(URI.create("http://127.0.0.1:8091/nofluffjobs/api")).baseUrl()).hasToString("http://127.0.0.1:8091/nofluffjobs/api/");
    assertThat(live.at(live.baseUrl())).isEqualTo(live);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "base_url: https://board.example/api/ | base_url: http://board.example/api/ | C103 | 10:13 | rest.base_url cannot be used | https://host/ or https://host/path/, with a slash at its end",
    "base_url: https://board.example/api/ | base_url: https://board.example/api | C103 | 10:13 | rest.base_url cannot be used | https://host/ or https://host/path/, with a slash at its end",
    "base_url: https://board.example/api/ | base_url: 'mailto:a@b' | C103 | 10:13 | rest.base_url cannot be used | https://host/ or https://host/path/, with a slash at its end",
    "base_url: https://board.example/api/ | base_url: https://u:p@board.example/ | C103 | 10:13 | rest.base_url cannot be used | https://host/ or https://host/path/, with a slash at its end",
    "base_url: https://board.example/api/ | base_url: https://evil.example/ | C301 | 10:13 | the host of base_url is not one that this source may talk to | one of egress: board.example",
    "method: POST | method: PUT | C103 | 11:11 | rest.method is not known | one of GET, POST",
    "path: search/posting | path: /search | C103 | 12:9 | rest.path cannot be used | a path below base_url, without a slash before it and without a query, such as search/posting",
    "path: search/posting | path: a/../b | C103 | 12:9 | rest.path cannot be used | a path below base_url, without a slash before it and without a query, such as search/posting",
    "path: search/posting | path: 'a?b=c' | C103 | 12:9 | rest.path cannot be used | a path below base_url, without a slash before it and without a query, such as search/posting",
    "X-Client: sluice | Host: other.example | C103 | 14:45 | header \"Host\" cannot be set | a header name that is not one of [accept-encoding, connection, content-length, expect, host, transfer-encoding, upgrade]",
    "X-Client: sluice | X-Client: \"a\\r\\nb: c\" | C103 | 14:49 | rest.headers.X-Client cannot be used | printable ASCII, at most 1,000 signs",
    "n: 50 | n: 0x1F | C103 | 15:45 | rest.body.nested.n cannot be used | a value that JSON has too",
    "type: offset | type: cursor | C103 | 17:21 | rest.paginator.type is not known | one of offset, page_number, none",
    "limit: 50 | limit: 0 | C103 | 17:36 | rest.paginator.limit cannot be used | a whole number from 1 to 100,000",
    "offset_param: offset | offset_param: currency | C303 | 17:74 | \"currency\" is set by the paginator and by params | a name that is not in params",
    "requested_currency: currency | requested_currency: money | C302 | 18:38 | there is no parameter \"money\" to carry | one of params: currency, page_size, debug",
    "requested_currency: currency | Currency: currency | C103 | 18:28 | \"Currency\" cannot be a column | a name such as requested_currency",
    "carry_params: | carry_parms: | C201 | 18:3 | unknown key \"carry_parms\"; did you mean \"carry_params\"? | one of base_url, method, path, params, headers, body, rows, paginator, carry_params",
  })
  void whatIsWrongIsNamedWithItsPlace(String right, String wrong, String code, String position, String what, String expected) {
    assertThat(FULL).contains(right);
    InvalidInputException invalid = catchThrowableOfType(InvalidInputException.class, () -> config(FULL.replace(right, wrong)));
    assertThat(invalid.problems()).anySatisfy(problem -> {
      assertThat(problem.code()).isEqualTo(code);
      assertThat(problem.line() + ":" + problem.column()).isEqualTo(position);
      assertThat(problem.what()).isEqualTo(what);
      assertThat(problem.expected()).isEqualTo(expected);
      assertThat(problem.file()).endsWith("source.yml");
    });
  }

  @Test
  void aGetHasNoBody() {
    assertThatThrownBy(() -> config(LEAST + "body: {a: 1}")).hasMessageContaining("a GET has no body");
  }

  @Test
  void everythingThatIsMissingIsNamedAtOnce() {
    InvalidInputException invalid = catchThrowableOfType(InvalidInputException.class, () -> config("headers: {}"));
    assertThat(invalid.problems()).extracting(Problem::what).containsExactlyInAnyOrder(
        "missing key \"base_url\" in rest", "missing key \"method\" in rest", "missing key \"path\" in rest", "missing key \"paginator\" in rest");
  }

  private RestConfig config(String rest) {
    return RestConfig.of(SourceYml.rest(folder, rest));
  }
}
