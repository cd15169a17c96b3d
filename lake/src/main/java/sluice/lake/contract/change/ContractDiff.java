package sluice.lake.contract.change;

import static sluice.lake.contract.change.Change.Party.PRODUCERS;
import static sluice.lake.contract.change.Change.Party.READERS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Drift;
import sluice.lake.contract.Format;
import sluice.lake.contract.Freshness;
import sluice.lake.contract.Ruleset;

/** Names each difference between two versions of a contract, in the order in which contracts are written. */
public final class ContractDiff {
  private ContractDiff() {}

  public static List<Change> between(Contract before, Contract after) {
    List<Change> changes = new ArrayList<>();
    words("description", before.description(), after.description(), changes);
    words("owner", before.owner(), after.owner(), changes);
    if (before.load() != after.load()) {
      changes.add(Change.of("load", "", word(before.load()), word(after.load()), "rows add up in another way", READERS));
    }
    if (!before.key().equals(after.key())) {
      changes.add(Change.of("key", "", String.join(", ", before.key()), String.join(", ", after.key()), "one row is something else", READERS));
    }
    changes.addAll(FormatDiff.between(before.format(), after.format()));
    freshness(before.freshness(), after.freshness(), changes);
    drift(before.drift(), after.drift(), changes);
    fail(before.quality().fail(), after.quality().fail(), changes);
    warn(before.quality().warn(), after.quality().warn(), changes);
    changes.addAll(ColumnDiff.between(before.columns(), after.columns()));
    order(before, after, changes);
    return changes;
  }

  private static void words(String what, String before, String after, List<Change> changes) {
    if (!before.equals(after)) {
      changes.add(Change.of(what, "", before, after, "words"));
    }
  }

  private static void freshness(Optional<Duration> before, Optional<Duration> after, List<Change> changes) {
    if (before.equals(after)) {
      return;
    }
    boolean sooner = after.isPresent() && (before.isEmpty() || after.get().compareTo(before.get()) < 0);
    String was = before.map(Freshness::text).orElse("");
    String is = after.map(Freshness::text).orElse("");
    changes.add(sooner
        ? Change.of("freshness", "", was, is, "data is late sooner", PRODUCERS)
        : Change.of("freshness", "", was, is, "data may be older", READERS));
  }

  private static void drift(Drift before, Drift after, List<Change> changes) {
    for (Drift.Kind kind : Drift.Kind.values()) {
      Drift.Action was = before.on(kind);
      Drift.Action is = after.on(kind);
      if (is.compareTo(was) > 0) {
        changes.add(Change.of("drift", word(kind), word(was), word(is), "stricter", PRODUCERS));
      } else if (is != was) {
        boolean valuesDiffer = is.compareTo(Drift.Action.COERCE) <= 0
            && (kind == Drift.Kind.TYPE_CHANGE || kind == Drift.Kind.STRUCTURAL_CHANGE);
        changes.add(valuesDiffer
            ? Change.of("drift", word(kind), word(was), word(is), "milder: values of no type flow on", READERS)
            : Change.of("drift", word(kind), word(was), word(is), "milder"));
      }
    }
  }

  // Whether one ruleset holds wherever another does cannot be seen from their texts.
  private static void fail(Ruleset before, Ruleset after, List<Change> changes) {
    if (before.text().strip().equals(after.text().strip())) {
      return;
    }
    changes.add(after.isEmpty()
        ? Change.of("quality", "fail", rules(before), "", "nothing is held back any more", READERS)
        : Change.of("quality", "fail", rules(before), rules(after), "other rows may be held back", PRODUCERS));
  }

  private static void warn(Ruleset before, Ruleset after, List<Change> changes) {
    if (!before.text().strip().equals(after.text().strip())) {
      changes.add(Change.of("quality", "warn", rules(before), rules(after), "other warnings"));
    }
  }

  private static String rules(Ruleset rules) {
    return rules.text().strip().replaceAll("\\s+", " ");
  }

  private static void order(Contract before, Contract after, List<Change> changes) {
    List<String> was = before.columnNames().stream().filter(after.columnNames()::contains).toList();
    List<String> is = after.columnNames().stream().filter(before.columnNames()::contains).toList();
    boolean byPlace = after.format() instanceof Format.Csv csv && !csv.header();
    if (!was.equals(is)) {
      changes.add(byPlace
          ? Change.of("order", "", String.join(", ", was), String.join(", ", is), "files without a header follow it", PRODUCERS)
          : Change.of("order", "", String.join(", ", was), String.join(", ", is), "columns are found by name"));
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
