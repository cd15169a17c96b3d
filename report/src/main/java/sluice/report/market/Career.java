package sluice.report.market;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The order in which people rise; levels it does not know come last, by name. */
public final class Career {
  private static final List<List<String>> STEPS = List.of(
      List.of("intern", "trainee"),
      List.of("entry", "graduate"),
      List.of("junior"),
      List.of("regular", "mid", "medior", "intermediate"),
      List.of("senior"),
      List.of("expert", "principal", "staff"),
      List.of("lead"),
      List.of("manager", "head", "director", "c_level", "c-level"));

  private Career() {}

  public static Comparator<PayRange> order() {
    return Comparator.comparingInt((PayRange range) -> step(range.group())).thenComparing(PayRange::group);
  }

  // "Mid, Senior" stands where its first level does.
  private static int step(String level) {
    String word = level.toLowerCase(Locale.ROOT).strip();
    for (int i = 0; i < STEPS.size(); i++) {
      if (STEPS.get(i).stream().anyMatch(word::startsWith)) {
        return i;
      }
    }
    return word.equals("not stated") ? STEPS.size() + 1 : STEPS.size();
  }
}
