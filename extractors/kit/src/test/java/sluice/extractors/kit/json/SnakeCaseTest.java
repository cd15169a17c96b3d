package sluice.extractors.kit.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnakeCaseTest {
  @ParameterizedTest
  @CsvSource({
    "id, id", "fullyRemote, fully_remote", "topInSearch, top_in_search", "help4Ua, help4_ua", "onlineInterviewAvailable, online_interview_available",
    "jobURL, job_url", "URLOfJob, url_of_job", "HTMLPage, html_page", "already_snake, already_snake", "kebab-case, kebab_case", "A B, a_b", "x2, x2",
    "@type, _type", "$ref.id, _ref_id"
  })
  void fieldsAreNamedAsColumns(String field, String column) {
    assertThat(SnakeCase.of(field)).isEqualTo(column);
  }
}
