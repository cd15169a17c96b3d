package sluice.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import sluice.report.model.Check;
import sluice.report.model.CheckRun;
import sluice.report.model.Outcome;

/** Invented dbt tests of the real marts. */
final class SampleChecks {
  private static final String RESTLESS = "pay_is_plausible_job_postings";
  private static final List<String> MODELS = List.of("job_postings", "postings_by_technology", "currency_rates", "stg_nofluffjobs__postings", "stg_devitjobs__adverts");
  private static final List<String> RULES = List.of("not_null_key", "unique_key", "not_null_source", "accepted_values_source", "row_count_above_zero", "dates_are_not_in_the_future", "relationships_key");

  private SampleChecks() {}

  /** All passed but one, which ended as said. */
  static List<Check> all(Outcome restless) {
    Random random = new Random(11);
    List<Check> checks = new ArrayList<>();
    for (String model : MODELS) {
      for (String rule : RULES) {
        checks.add(new Check(rule + "_" + model, Check.Kind.DATA, model, Outcome.PASSED, 0, Duration.ofMillis(90 + random.nextInt(400)), Optional.empty()));
      }
    }
    for (String unit : List.of("annual_pay_becomes_monthly", "day_rates_become_monthly", "latest_rate_before_the_day", "blank_technologies_are_left_out", "latest_version_wins")) {
      checks.add(new Check(unit, Check.Kind.UNIT, "job_postings", Outcome.PASSED, 0, Duration.ofMillis(600 + random.nextInt(300)), Optional.empty()));
    }
    boolean passed = restless == Outcome.PASSED;
    checks.add(new Check(RESTLESS, Check.Kind.DATA, "job_postings", restless, passed ? 0 : 3, Duration.ofMillis(310),
        passed ? Optional.empty() : Optional.of("Got 3 results, configured to warn if != 0")));
    return checks;
  }

  static List<CheckRun> history() {
    List<CheckRun> runs = new ArrayList<>();
    for (int i = 0; i < 29; i++) {
      Map<String, Outcome> outcomes = new HashMap<>();
      all(i % 9 == 4 ? Outcome.WARNED : i == 17 ? Outcome.FAILED : Outcome.PASSED).forEach(check -> outcomes.put(check.name(), check.outcome()));
      runs.add(new CheckRun("run-" + i, outcomes));
    }
    return runs;
  }
}
