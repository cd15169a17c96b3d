package sluice.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import sluice.lake.problem.Problem;
import sluice.quality.dqdl.RefusedRuleException;
import sluice.quality.dqdl.RulesText;
import sluice.quality.dqdl.RulesetReader;
import sluice.quality.dqdl.WrittenRule;
import sluice.quality.rules.Library;
import sluice.quality.rules.RuleBook;
import sluice.quality.rules.Target;
import sluice.quality.sql.CompiledRule;
import sluice.quality.sql.RuleTypes;
import sluice.quality.sql.Scope;

/** Refuses, before a run does any work, rules that could not be evaluated at its end. */
final class CheckRules {
  private CheckRules() {}

  /** @throws QualityRulesException naming every rule that cannot be evaluated */
  static CheckRulesAnswer check(Library library) {
    List<Problem> problems = new ArrayList<>();
    int rules = 0;
    for (RuleBook book : library.books()) {
      Target target = Target.expected(book, library);
      Scope scope = new Scope(target.columns(), target.references(), Instant.EPOCH);
      for (WrittenRule rule : written(book, problems)) {
        compile(rule, scope, problems);
        rules++;
      }
    }
    if (!problems.isEmpty()) {
      throw new QualityRulesException(problems);
    }
    return new CheckRulesAnswer(rules, library.books().stream().map(RuleBook::title).toList());
  }

  /** The rules of a book that can be understood; what is wrong with the others is noted. */
  static List<WrittenRule> written(RuleBook book, List<Problem> problems) {
    RulesetReader reader = new RulesetReader(RuleTypes.names(), problems);
    List<WrittenRule> rules = new ArrayList<>();
    for (RulesText text : book.texts()) {
      rules.addAll(reader.read(text));
    }
    return rules;
  }

  private static void compile(WrittenRule rule, Scope scope, List<Problem> problems) {
    try {
      CompiledRule.of(rule.rule(), scope);
    } catch (RefusedRuleException refused) {
      problems.add(refused.in(rule.source(), rule.line(), rule.text()));
    }
  }
}
