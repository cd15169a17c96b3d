package sluice.quality.dqdl;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import sluice.lake.problem.Problem;
import software.amazon.glue.dqdl.DataQualityDefinitionLanguageParser.DocumentContext;
import software.amazon.glue.dqdl.DataQualityDefinitionLanguageParser.RulesOrAnalyzersContext;

/** Refuses every section of a DQDL document but the list of rules: what nobody reads must not look as if it did something. */
final class DocumentCheck {
  private final RulesText source;
  private final List<Problem> problems;

  DocumentCheck(RulesText source, List<Problem> problems) {
    this.source = source;
    this.problems = problems;
  }

  void check(DocumentContext document) {
    refuse(document.metadata(), "Metadata", "leave it out");
    refuse(document.dataSources(), "DataSources", "leave it out: the file says which table is checked, and rules name others directly");
    if (document.variableDeclarations() != null && document.variableDeclarations().getChildCount() > 0) {
      refuse(document.variableDeclarations(), "constants", "write the value into the rule");
    }
    RulesOrAnalyzersContext lists = document.rulesOrAnalyzers();
    refuse(lists.analyzers(), "Analyzers", "analyzers decide nothing: write a rule, or leave them out");
    if (lists.rules() != null && lists.rules().dqRules() == null) {
      note(lists.rules(), RefusedRuleException.of(RuleCode.NOT_DQDL, "the ruleset has no rules", "at least one rule", "an empty list",
          "leave the key out where there are no rules"));
    }
  }

  private void refuse(ParserRuleContext section, String name, String mend) {
    if (section != null) {
      note(section, RefusedRuleException.of(RuleCode.NOT_A_RULE, name + " cannot be evaluated", "Rules = [ … ] alone", name, mend));
    }
  }

  private void note(ParserRuleContext section, RefusedRuleException refused) {
    problems.add(refused.in(source, section.start.getLine(), "the ruleset"));
  }
}
