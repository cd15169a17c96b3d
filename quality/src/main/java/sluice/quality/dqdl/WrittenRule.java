package sluice.quality.dqdl;

import software.amazon.glue.dqdl.model.DQRule;

/**
 * One rule of a ruleset, a composite one as a whole.
 *
 * @param line its line in the ruleset's text, from 1
 * @param text the rule as it was written, in one line
 */
public record WrittenRule(RulesText source, int line, String text, DQRule rule) {}
