package sluice.quality.dqdl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.lake.problem.Problem;
import sluice.quality.sql.RuleTypes;

class RulesetReaderTest {
  private final List<Problem> problems = new ArrayList<>();

  @Test
  void givesEachRuleWithItsLineAndItsText() {
    List<WrittenRule> rules = read("""
        # what must hold
        Rules = [
          RowCount > 1,
          (IsComplete "a")
            and (IsUnique "a")   # both
        ] # end""");
    assertThat(problems).isEmpty();
    assertThat(rules).extracting(WrittenRule::line).containsExactly(3, 4);
    assertThat(rules).extracting(WrittenRule::text).containsExactly("RowCount > 1", "(IsComplete \"a\") and (IsUnique \"a\")");
  }

  @Test
  void takesLineEndsOfAnyKind() {
    assertThat(read("Rules = [\r\n  RowCount > 1\r\n]")).hasSize(1);
    assertThat(problems).isEmpty();
  }

  @Test
  void namesAnUnknownRuleWithItsLineAndWhatItMayHaveBeen() {
    read("Rules = [\n  RowCount > 1,\n  IsCompleet \"a\"\n]");
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().what()).isEqualTo("rule type IsCompleet cannot be evaluated; did you mean IsComplete?");
    assertThat(problems.getFirst().where()).isEqualTo("IsCompleet \"a\" (line 3 of quality.fail)");
    assertThat(problems.getFirst().position()).isEqualTo("contracts/orders.yml:7:1");
    assertThat(problems.getFirst().next()).containsExactly("say it as CustomSql \"select …\", or leave it out");
  }

  @Test
  void refusesEveryRuleThatCannotBeEvaluatedAndKeepsTheOthers() {
    List<WrittenRule> rules = read("Rules = [ Mean \"a\" > 1, RowCount > avg(last(10)), RowCount > 2, DetectAnomalies \"RowCount\" ]");
    assertThat(rules).extracting(WrittenRule::text).containsExactly("RowCount > 2");
    assertThat(problems).extracting(Problem::code).containsExactly("Q102", "Q104", "Q102");
    assertThat(problems.get(1).found()).isEqualTo("avg(last(10))");
  }

  @Test
  void refusesWhatHidesInsideACompositeRule() {
    read("Rules = [ (RowCount > 1) and ((Mean \"a\" > 1) or (RowCount > last())) ]");
    assertThat(problems).extracting(Problem::code).containsExactly("Q102");
  }

  @Test
  void refusesWhatAwsWouldReadPast() {
    read("Rules = [ RowCount > 1 ] Rules = [ RowCount > 1000 ]");
    assertThat(problems).extracting(Problem::what).containsExactly("text behind the ruleset would be ignored");
  }

  @Test
  void refusesAnalyzersAndEverySectionButTheRules() {
    read("Metadata = { \"Version\": \"1\" } DataSources = { \"Primary\": \"a\" } v = \"x\" Rules = [ RowCount > 1 ] Analyzers = [ Completeness \"a\" ]");
    assertThat(problems).extracting(Problem::what).containsExactly("Metadata cannot be evaluated", "DataSources cannot be evaluated",
        "constants cannot be evaluated", "Analyzers cannot be evaluated");
  }

  @Test
  void refusesARulesetWithoutRules() {
    assertThat(read("Rules = [ ]")).isEmpty();
    assertThat(problems).extracting(Problem::what).containsExactly("the ruleset has no rules");
  }

  @Test
  void refusesConstantsTagsAndAForgottenComma() {
    read("Rules = [ ColumnValues \"a\" in $known, IsComplete \"a\" with level = \"warn\", IsPrimaryKey \"a\" IsComplete \"b\" ]");
    assertThat(problems).extracting(Problem::what).containsExactly("constants cannot be evaluated", "a tag means nothing here",
        "a name stands where a text in quotes belongs");
  }

  @Test
  void namesTheLineThatIsNoDqdl() {
    read("Rules = [\n  RowCount > 1,\n  RowCount >\n]");
    assertThat(problems).extracting(Problem::code).containsOnly("Q101");
    assertThat(problems.getFirst().where()).isEqualTo("the ruleset (line 4 of quality.fail)");
  }

  @Test
  void passesOnWhatAwsSaysOfARule() {
    read("Rules = [ IsComplete \"a\" > 1, ColumnExists \"a\" where \"b\", Completeness \"a\" > 0.9 with threshold > 0.3 ]");
    assertThat(problems).extracting(Problem::found).containsExactly(
        "Unexpected condition for rule of type IsComplete with boolean return type",
        "Where clause is not supported for rule type: ColumnExists",
        "Threshold condition not supported for rule type: Completeness");
  }

  @Test
  void findsNothingInAnEmptyText() {
    assertThat(read(" \n")).isEmpty();
    assertThat(problems).isEmpty();
  }

  private List<WrittenRule> read(String text) {
    return new RulesetReader(RuleTypes.names(), problems)
        .read(new RulesText("contracts/orders.yml", 7, "quality.fail", Severity.FAIL, text));
  }
}
