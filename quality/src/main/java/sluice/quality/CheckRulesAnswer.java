package sluice.quality;

import java.util.List;

/** How many rules there are, and for which tables. */
public record CheckRulesAnswer(int rules, List<String> tables) {}
