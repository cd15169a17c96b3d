package sluice.lake.contract.change;

import static sluice.lake.contract.change.Change.Party.PRODUCERS;
import static sluice.lake.contract.change.Change.Party.READERS;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sluice.lake.contract.Format;

/** What another format asks of those who write the files. */
final class FormatDiff {
  private FormatDiff() {}

  static List<Change> between(Format before, Format after) {
    if (before instanceof Format.Csv was && after instanceof Format.Csv is) {
      return dialect(was, is);
    }
    return before.equals(after) ? List.of() : List.of(
        Change.of("format", "kind", before.word(), after.word(), "files are written in another way", PRODUCERS));
  }

  private static List<Change> dialect(Format.Csv was, Format.Csv is) {
    List<Change> changes = new ArrayList<>();
    rewritten("delimiter", shown(was.delimiter()), shown(is.delimiter()), changes);
    rewritten("quote", was.quote().map(FormatDiff::shown).orElse("none"), is.quote().map(FormatDiff::shown).orElse("none"), changes);
    rewritten("header", String.valueOf(was.header()), String.valueOf(is.header()), changes);
    if (!was.nulls().equals(is.nulls())) {
      boolean more = is.nulls().containsAll(was.nulls());
      String note = more ? "more texts stand for no value" : "texts that stood for no value are values";
      changes.add(new Change(Change.Op.CHANGE, "format", "nulls", shown(was.nulls()), shown(is.nulls()),
          Set.of(more ? READERS : PRODUCERS), note));
    }
    loosened("trim", was.trim(), is.trim(), changes);
    loosened("extra_fields", was.extraFields(), is.extraFields(), changes);
    return changes;
  }

  private static void rewritten(String name, String was, String is, List<Change> changes) {
    if (!was.equals(is)) {
      changes.add(Change.of("format", name, was, is, "files are written in another way", PRODUCERS));
    }
  }

  private static void loosened(String name, boolean was, boolean is, List<Change> changes) {
    if (is && !was) {
      changes.add(Change.of("format", name, "false", "true", "milder"));
    } else if (was && !is) {
      changes.add(Change.of("format", name, "true", "false", "stricter", PRODUCERS));
    }
  }

  private static String shown(char sign) {
    return sign == '\t' ? "\"\\t\"" : "\"" + sign + '"';
  }

  private static String shown(List<String> texts) {
    return String.join(", ", texts.stream().map(text -> '"' + text + '"').toList());
  }
}
