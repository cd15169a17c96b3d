package sluice.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckRulesTest {
  @Test
  void countsTheRulesThatCanBeEvaluated() {
    assertThat(CheckRules.check(CheckQualityTest.library("Rules = [ RowCount > 0 ]", "Rules = [ IsUnique \"id\" ]",
        "Rules = [ ReferentialIntegrity \"a\" \"b.c\" = 1 ]", "")))
        .isEqualTo(new CheckRulesAnswer(3, List.of("validated.orders", "sales")));
  }

  @Test
  void namesEverythingThatIsWrongAndHowToMendIt() {
    assertThatThrownBy(() -> CheckRules.check(CheckQualityTest.library("Rules = [\n  Mean \"id\" > 0,\n  IsComplete \"ide\"\n]", "",
        "Rules = [ RowCount > last() ]", "Rules = [ Completeness \"a\" > 95 ]")))
        .isInstanceOf(QualityRulesException.class)
        .message().isEqualTo("""
            error[Q102]: rule type Mean cannot be evaluated (contracts/orders.yml:9:1); expected one of ColumnDataType, ColumnExists, \
            ColumnLength, ColumnValues, Completeness, CustomSql, DataFreshness, IsComplete, IsPrimaryKey, IsUnique, \
            ReferentialIntegrity, RowCount, Uniqueness; found Mean; in Mean "id" > 0 (line 2 of quality.fail); \
            to mend it: say it as CustomSql "select …", or leave it out
            error[Q105]: there is no column "ide"; did you mean "id"? (contracts/orders.yml:9:1); expected one of id, _unlisted, \
            _run_id, _run_started_at, _source_object, _source_version, _row_number, _contract_version, ingest_date, run_id; \
            found ide; in IsComplete "ide" (line 3 of quality.fail); to mend it: name a column that the table has
            error[Q104]: dynamic rules cannot be evaluated (quality/rules/sales.yml:1:1); expected a number; found last(); \
            in RowCount > last() (line 1 of fail); to mend it: write the number that the history suggests
            error[Q109]: the condition is on a share of the rows (quality/rules/sales.yml:1:1); expected numbers from 0 to 1; \
            found > 95; in Completeness "a" > 95 (line 1 of warn); to mend it: write 0.95 for 95 percent""");
  }

  @Test
  void everyRuleOfTheProjectCanBeEvaluated() throws Exception {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new CheckRulesHandler().handleRequest(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)), answer, null);
    assertThat(answer.toString(StandardCharsets.UTF_8)).contains("\"currency_rates\",\"job_postings\",\"postings_by_technology\"");
  }
}
