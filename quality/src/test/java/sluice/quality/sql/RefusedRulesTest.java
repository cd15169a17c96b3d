package sluice.quality.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.lake.problem.Problem;
import sluice.quality.dqdl.RefusedRuleException;
import sluice.quality.dqdl.RulesText;
import sluice.quality.dqdl.RulesetReader;
import sluice.quality.dqdl.Severity;

/** Rules that are DQDL and could still not be evaluated on the table. */
class RefusedRulesTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      IsComplete "ide"                                       | Q105 | there is no column "ide"; did you mean "id"?
      IsPrimaryKey "id" "nothing"                            | Q105 | there is no column "nothing"
      ColumnValues "day" > 5                                 | Q106 | column day cannot be compared with a number
      ColumnValues "open" < "2026-01-01"                     | Q106 | column open cannot be compared with a date
      ColumnValues "id" > now()                              | Q106 | column id cannot be compared with a date
      DataFreshness "id" < 1 days                            | Q106 | column id cannot be compared with a date
      ColumnLength "id" > 5                                  | Q106 | only texts have a length
      ColumnValues "id" = 123456789012345678901234567890123456789 | Q106 | a number is too long
      IsComplete "id" where "id > 1) or (true"               | Q107 | the where clause closes a bracket that it did not open
      IsComplete "id" where "id > 1; drop table x"           | Q107 | the where clause is more than one piece of SQL
      IsComplete "id" where "id > 1 -- really"               | Q107 | the where clause is more than one piece of SQL
      IsComplete "id" where "word = 'x"                      | Q107 | the where clause leaves a quote open
      CustomSql "select count(*) from (select 1" > 0         | Q107 | the query leaves a bracket open
      CustomSql "drop table x" > 0                           | Q107 | the query is none
      ReferentialIntegrity "id" "orders.id" = 1              | Q108 | there is no table "orders"
      ReferentialIntegrity "id" "other" = 1                  | Q108 | not a reference to another table
      ReferentialIntegrity "id,word" "other.id" = 1          | Q108 | not a reference to another table
      ReferentialIntegrity "id" "other.code" = 1             | Q105 | there is no column "code"
      Completeness "id" > 95                                 | Q109 | the condition is on a share of the rows
      ColumnValues "id" in [1] with threshold > 90           | Q109 | the condition is on a share of the rows
      RowCount > 10 * 2                                      | Q109 | only plain numbers can be evaluated here
      RowCount = NULL                                        | Q109 | only plain numbers can be evaluated here
      ColumnValues "id" > NULL                               | Q109 | NULL can only be compared by =, !=, in and not in
      ColumnValues "day" < "10:30"                           | Q109 | a time of day means another moment on each day
      ColumnValues "word" matches "["                        | Q109 | not a regular expression: Unclosed character class
      ColumnDataType "word" = "Money"                        | Q109 | not a type that can be asked for
      ColumnDataType "word" != "Date"                        | Q109 | not a type that can be asked for
      ColumnLength "word" != NULL                            | Q109 | a length is never null
      DataFreshness "day" = 1 days                           | Q109 | an age is never exactly so long
      CustomSql "select word from primary" with threshold > 3 | Q109 | a threshold is ambiguous behind CustomSql
      """)
  void areRefusedWithAReason(String rule, String code, String what) {
    List<Problem> problems = new ArrayList<>();
    var written = new RulesetReader(RuleTypes.names(), problems)
        .read(new RulesText("f.yml", 1, "fail", Severity.FAIL, "Rules = [ " + rule + " ]"));
    assertThat(problems).isEmpty();
    assertThatThrownBy(() -> CompiledRule.of(written.getFirst().rule(), scope()))
        .isInstanceOfSatisfying(RefusedRuleException.class, refused -> {
          assertThat(refused.problem().code()).isEqualTo(code);
          assertThat(refused.problem().what()).isEqualTo(what);
          assertThat(refused.problem().expected()).isNotBlank();
          assertThat(refused.problem().next()).isNotEmpty();
        });
  }

  private static Scope scope() {
    TableColumns columns = TableColumns.of(List.of(TableColumn.stored("id", "bigint"), TableColumn.stored("day", "date"),
        TableColumn.stored("open", "boolean"), TableColumn.stored("word", "string")));
    References references = new References() {
      @Override
      public Optional<Reference> find(String name) {
        return name.equals("other") ? Optional.of(Reference.of("db", name, columns)) : Optional.empty();
      }

      @Override
      public List<String> names() {
        return List.of("other");
      }
    };
    return new Scope(columns, references, Instant.EPOCH);
  }
}
