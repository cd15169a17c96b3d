package sluice.report.dbt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.report.model.Check;
import sluice.report.model.Level;
import sluice.report.model.Outcome;
import sluice.report.model.Problem;

class DbtResultsTest {
  private static final String RUN_RESULTS = """
      {"results": [
        {"unique_id": "model.sluice.job_postings", "status": "success", "execution_time": 2.1, "failures": null, "message": "OK 361"},
        {"unique_id": "model.sluice.currency_rates", "status": "error", "execution_time": 0.1, "failures": null, "message": "COLUMN_NOT_FOUND: line 3:5"},
        {"unique_id": "test.sluice.not_null_job_postings_posting_key.ab12", "status": "pass", "execution_time": 0.312, "failures": 0, "message": null},
        {"unique_id": "test.sluice.pay_is_plausible.cd34", "status": "warn", "execution_time": 0.2, "failures": 3, "message": "Got 3 results, configured to warn if != 0"},
        {"unique_id": "test.sluice.unique_rates.ef56", "status": "skipped", "execution_time": 0.0, "failures": null, "message": null},
        {"unique_id": "test.sluice.future.gh78", "status": "a word of a later dbt", "execution_time": 0.0, "failures": null, "message": null},
        {"unique_id": "unit_test.sluice.job_postings.annual_pay_becomes_monthly", "status": "pass", "execution_time": 0.7, "failures": 0, "message": null}
      ]}""";
  private static final String MANIFEST = """
      {"nodes": {
        "test.sluice.not_null_job_postings_posting_key.ab12": {"name": "not_null_job_postings_posting_key", "attached_node": "model.sluice.job_postings"},
        "test.sluice.pay_is_plausible.cd34": {"name": "pay_is_plausible", "depends_on": {"nodes": ["model.sluice.job_postings"]}}},
       "unit_tests": {
        "unit_test.sluice.job_postings.annual_pay_becomes_monthly": {"name": "annual_pay_becomes_monthly", "model": "job_postings"}}}""";

  private final DbtResults results = DbtResults.read(RUN_RESULTS, Optional.of(MANIFEST));

  @Test
  void readsEveryTestWithItsModel() {
    assertThat(results.checks()).extracting(Check::name, Check::kind, Check::on, Check::outcome).contains(
        tuple("not_null_job_postings_posting_key", Check.Kind.DATA, "job_postings", Outcome.PASSED),
        tuple("annual_pay_becomes_monthly", Check.Kind.UNIT, "job_postings", Outcome.PASSED));
    assertThat(results.checks()).hasSize(5);
    assertThat(results.checks().getFirst().took()).isEqualTo(Duration.ofMillis(312));
  }

  @Test
  void keepsWhatDbtSaidAboutATestThatDidNotPass() {
    Check warned = results.checks().get(1);

    assertThat(warned.outcome()).isEqualTo(Outcome.WARNED);
    assertThat(warned.failures()).isEqualTo(3);
    assertThat(warned.message()).contains("Got 3 results, configured to warn if != 0");
    assertThat(warned.on()).isEqualTo("job_postings");
  }

  @Test
  void aModelThatFailedIsAProblem() {
    assertThat(results.problems()).containsExactly(
        Problem.of("dbt_model_failed", Level.ERROR, "currency_rates", "COLUMN_NOT_FOUND: line 3:5"));
  }

  @Test
  void aStatusItDoesNotKnowDoesNotLookLikeSuccess() {
    assertThat(results.checks()).filteredOn(check -> check.name().equals("future")).extracting(Check::outcome).containsExactly(Outcome.FAILED);
  }

  @Test
  void withoutAManifestTheIdIsTheName() {
    DbtResults bare = DbtResults.read(RUN_RESULTS, Optional.empty());

    assertThat(bare.checks()).extracting(Check::name).contains("pay_is_plausible", "annual_pay_becomes_monthly");
    assertThat(bare.checks()).extracting(Check::on).contains("", "job_postings");
  }

  @Test
  void saysWhatIsWrongWithTheFile() {
    assertThatThrownBy(() -> DbtResults.read("{}", Optional.empty())).hasMessage("run_results.json: expected a list \"results\", found none");
    assertThatThrownBy(() -> DbtResults.read("<html>", Optional.empty())).hasMessageStartingWith("run_results.json: not JSON: ");
    assertThatThrownBy(() -> DbtResults.read(RUN_RESULTS, Optional.of("no"))).hasMessageStartingWith("manifest.json: not JSON: ");
  }
}
