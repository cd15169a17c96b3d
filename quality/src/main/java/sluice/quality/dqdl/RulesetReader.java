package sluice.quality.dqdl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;
import sluice.lake.problem.Problem;
import software.amazon.glue.dqdl.DataQualityDefinitionLanguageLexer;
import software.amazon.glue.dqdl.DataQualityDefinitionLanguageParser;
import software.amazon.glue.dqdl.DataQualityDefinitionLanguageParser.DocumentContext;
import software.amazon.glue.dqdl.DataQualityDefinitionLanguageParser.TopLevelRuleContext;
import software.amazon.glue.dqdl.exception.InvalidDataQualityRulesetException;
import software.amazon.glue.dqdl.model.DQRule;
import software.amazon.glue.dqdl.parser.DQDLParser;

/**
 * Takes a ruleset apart into its rules, noting everything that could make one of them pass without being looked at.
 *
 * <p>AWS's parser reads each rule by itself: it stops at the first mistake, knows no lines, and ignores whatever stands
 * behind the list of rules. Its grammar, walked first, knows all three.
 */
public final class RulesetReader {
  private final Set<String> supported;
  private final List<Problem> problems;

  /**
   * @param supported the rule types that can be evaluated
   * @param problems where to note what is wrong
   */
  public RulesetReader(Set<String> supported, List<Problem> problems) {
    this.supported = supported;
    this.problems = problems;
  }

  /** The rules that can be understood, in their order; none of an empty text. */
  public List<WrittenRule> read(RulesText source) {
    if (source.text().isBlank()) {
      return List.of();
    }
    SyntaxErrors errors = new SyntaxErrors();
    // A comment ends with its line, and the last line need not have an end.
    var lexer = new DataQualityDefinitionLanguageLexer(CharStreams.fromString(source.text().replace("\r\n", "\n") + "\n"));
    lexer.removeErrorListeners();
    lexer.addErrorListener(errors);
    var parser = new DataQualityDefinitionLanguageParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.addErrorListener(errors);
    DocumentContext document = parser.document();
    Token behind = parser.getCurrentToken();
    if (!errors.errors().isEmpty()) {
      errors.errors().forEach(error -> note(source, error.line(), "the ruleset", RefusedRuleException.of(RuleCode.NOT_DQDL,
          "not DQDL", "Rules = [ rule, rule ]", error.message(), "put a comma between rules and texts in double quotes")));
      return List.of();
    }
    if (behind.getType() != Token.EOF) {
      note(source, behind.getLine(), "the ruleset", RefusedRuleException.of(RuleCode.NOT_DQDL,
          "text behind the ruleset would be ignored", "the end of the text", behind.getText(), "keep all rules in one list Rules = [ … ]"));
      return List.of();
    }
    new DocumentCheck(source, problems).check(document);
    List<WrittenRule> rules = new ArrayList<>();
    if (document.rulesOrAnalyzers().rules() != null && document.rulesOrAnalyzers().rules().dqRules() != null) {
      for (TopLevelRuleContext rule : document.rulesOrAnalyzers().rules().dqRules().topLevelRule()) {
        read(source, rule, rules);
      }
    }
    return rules;
  }

  private void read(RulesText source, TopLevelRuleContext rule, List<WrittenRule> rules) {
    String text = text(rule);
    String oneLine = text.strip().replaceAll("\\s+", " ");
    try {
      new RuleCheck(supported).check(rule);
      rules.add(new WrittenRule(source, rule.start.getLine(), oneLine, parsed(text)));
    } catch (RefusedRuleException refused) {
      note(source, rule.start.getLine(), oneLine, refused);
    }
  }

  private static DQRule parsed(String rule) {
    try {
      return new DQDLParser().parse("Rules = [ " + rule + "\n]").getRules().getFirst();
    } catch (InvalidDataQualityRulesetException wrong) {
      throw RefusedRuleException.of(RuleCode.NOT_DQDL, "not a rule of DQDL", null,
          wrong.getMessage().replaceFirst("^Parsing Error: ", ""), "see docs/quality-rules.md for how the rule is written");
    }
  }

  private static String text(ParserRuleContext rule) {
    return rule.start.getInputStream().getText(Interval.of(rule.start.getStartIndex(), rule.stop.getStopIndex()));
  }

  private void note(RulesText source, int line, String rule, RefusedRuleException refused) {
    problems.add(refused.in(source, line, rule));
  }
}
