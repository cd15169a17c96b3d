package sluice.extractors.kit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.extractors.kit.rest.SourceYml;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Problem;

class JdbcConfigTest {
  private static final String FULL = """
      secret: sluice/board
      query: select id, name from jobs order by id
      fetch_rows: 10000
      """;

  @TempDir Path folder;

  @Test
  void everythingThatIsSaidIsTaken() {
    assertThat(config(FULL)).isEqualTo(new JdbcConfig("sluice/board", "select id, name from jobs order by id", 10_000));
  }

  @Test
  void aQueryMayBeginWithACommonTableAndBoundAnInnerOne() {
    String query = "with last as (select id from jobs order by id limit 5) select id from last order by id";
    assertThat(config(FULL.replace("select id, name from jobs order by id", query)).query()).isEqualTo(query);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "secret: sluice/board | secret: sluice/other | C311 | 10:11 | the source may not read this secret | one of secrets: sluice/board",
    "query: select id, name from jobs order by id | query: delete from jobs | C312 | 11:10 | the query does not read | select … or with … select …",
    "order by id | order by id; drop table jobs | C312 | 11:10 | the query is more than one statement | no semicolon",
    " order by id | '' | C312 | 11:10 | the query has no order | order by columns that are unique together: a long extraction goes on at a row number",
    "order by id | order by id limit 10 | C312 | 11:10 | the query bounds its rows itself | no limit, offset or fetch: limits.rows is the bound",
    "fetch_rows: 10000 | fetch_rows: 0 | C103 | 12:15 | jdbc.fetch_rows cannot be used | a whole number from 1 to 1,000,000",
    "fetch_rows: | fetchRows: | C201 | 12:3 | unknown key \"fetchRows\"; did you mean \"fetch_rows\"? | one of secret, query, fetch_rows",
  })
  void whatIsWrongIsNamedWithItsPlace(String right, String wrong, String code, String position, String what, String expected) {
    assertThat(FULL).contains(right);
    InvalidInputException invalid = catchThrowableOfType(InvalidInputException.class, () -> config(FULL.replace(right, wrong)));
    assertThat(invalid.problems()).anySatisfy(problem -> {
      assertThat(problem.code()).isEqualTo(code);
      assertThat(problem.line() + ":" + problem.column()).isEqualTo(position);
      assertThat(problem.what()).isEqualTo(what);
      assertThat(problem.expected()).isEqualTo(expected);
    });
  }

  @Test
  void everythingThatIsMissingIsNamedAtOnce() {
    InvalidInputException invalid = catchThrowableOfType(InvalidInputException.class, () -> config("{}"));
    assertThat(invalid.problems()).extracting(Problem::what).containsExactly(
        "missing key \"secret\" in jdbc", "missing key \"query\" in jdbc", "missing key \"fetch_rows\" in jdbc");
  }

  private JdbcConfig config(String jdbc) {
    return JdbcConfig.of(SourceYml.jdbc(folder, jdbc));
  }
}
