package sluice.quality.sql;

import java.util.List;
import software.amazon.glue.dqdl.model.DQRule;

/** What stands between a rule's name and its condition. */
final class Parameters {
  private Parameters() {}

  static List<String> all(DQRule rule) {
    return rule.getParameters().values().stream().map(SqlFragment::unescaped).toList();
  }

  static String column(DQRule rule) {
    return all(rule).getFirst();
  }
}
