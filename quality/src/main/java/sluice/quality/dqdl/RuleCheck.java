package sluice.quality.dqdl;

import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;
import sluice.lake.problem.Nearest;
import software.amazon.glue.dqdl.DataQualityDefinitionLanguageParser.DqRuleContext;
import software.amazon.glue.dqdl.DataQualityDefinitionLanguageParser.FunctionCallContext;
import software.amazon.glue.dqdl.DataQualityDefinitionLanguageParser.ParameterContext;
import software.amazon.glue.dqdl.DataQualityDefinitionLanguageParser.TagWithConditionContext;
import software.amazon.glue.dqdl.DataQualityDefinitionLanguageParser.VariableDereferenceContext;

/** Refuses in a rule's tree what AWS's parser takes and Sluice cannot evaluate, also deep inside a composite rule. */
final class RuleCheck {
  private static final String THRESHOLD = "threshold";

  private final Set<String> supported;

  RuleCheck(Set<String> supported) {
    this.supported = supported;
  }

  void check(ParseTree tree) {
    if (tree instanceof DqRuleContext rule) {
      type(rule.ruleType().getText());
    } else if (tree instanceof FunctionCallContext call) {
      throw RefusedRuleException.of(RuleCode.DYNAMIC_RULE, "dynamic rules cannot be evaluated", "a number", call.getText(),
          "write the number that the history suggests");
    } else if (tree instanceof VariableDereferenceContext constant) {
      throw RefusedRuleException.of(RuleCode.NOT_A_RULE, "constants cannot be evaluated", "the value itself", constant.getText(),
          "write the value into the rule");
    } else if (tree instanceof ParameterContext parameter && parameter.IDENTIFIER() != null) {
      // A forgotten comma makes the next rule's name a parameter of this one.
      throw RefusedRuleException.of(RuleCode.NOT_DQDL, "a name stands where a text in quotes belongs", "\"" + parameter.getText() + "\"",
          parameter.getText(), "put the name in double quotes, or a comma before the next rule");
    } else if (tree instanceof TagWithConditionContext tag && !tag.tagValues().getText().equals(THRESHOLD)) {
      throw RefusedRuleException.of(RuleCode.NOT_A_RULE, "a tag means nothing here", "with threshold, or nothing",
          "with " + tag.tagValues().getText(), "leave it out; the key fail or warn decides the level");
    }
    for (int child = 0; child < tree.getChildCount(); child++) {
      check(tree.getChild(child));
    }
  }

  private void type(String type) {
    if (!supported.contains(type)) {
      String hint = Nearest.to(type, supported).map(near -> "; did you mean " + near + "?").orElse("");
      throw RefusedRuleException.of(RuleCode.UNKNOWN_RULE, "rule type " + type + " cannot be evaluated" + hint,
          "one of " + String.join(", ", supported.stream().sorted().toList()), type,
          "say it as CustomSql \"select …\", or leave it out");
    }
  }
}
