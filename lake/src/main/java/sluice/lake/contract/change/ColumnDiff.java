package sluice.lake.contract.change;

import static sluice.lake.contract.change.Change.Party.PRODUCERS;
import static sluice.lake.contract.change.Change.Party.READERS;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import sluice.lake.contract.Column;
import sluice.lake.contract.Pii;

/** Names what differs in the columns: the removed ones first, then the others in the newer contract's order. */
final class ColumnDiff {
  private ColumnDiff() {}

  static List<Change> between(List<Column> before, List<Column> after) {
    List<Change> changes = new ArrayList<>();
    Map<String, Column> were = byName(before);
    Map<String, Column> are = byName(after);
    for (Column column : before) {
      if (!are.containsKey(column.name())) {
        changes.add(Change.of("column", column.name(), shown(column), "", "no longer there", READERS));
      }
    }
    for (Column column : after) {
      Column was = were.get(column.name());
      if (was == null) {
        changes.add(added(column));
      } else {
        compare(was, column, changes);
      }
    }
    return changes;
  }

  private static Change added(Column column) {
    return column.required()
        ? Change.of("column", column.name(), "", shown(column), "has to be delivered", PRODUCERS)
        : Change.of("column", column.name(), "", shown(column), "may be delivered");
  }

  private static void compare(Column was, Column is, List<Change> changes) {
    String name = is.name();
    if (!was.header().equals(is.header())) {
      changes.add(Change.of("header", name, was.header(), is.header(), "looked for under another name", PRODUCERS));
    }
    if (!was.type().equals(is.type())) {
      changes.add(TypeChange.of(name, was.type(), is.type()));
    }
    if (is.required() != was.required()) {
      changes.add(is.required()
          ? Change.of("required", name, "false", "true", "has to be delivered", PRODUCERS)
          : Change.of("required", name, "true", "false", "may be absent", READERS));
    }
    if (is.nullable() != was.nullable()) {
      changes.add(is.nullable()
          ? Change.of("nullable", name, "false", "true", "may be without a value", READERS)
          : Change.of("nullable", name, "true", "false", "has to have a value", PRODUCERS));
    }
    allowed(name, was.allowed(), is.allowed(), changes);
    pattern(was, is, changes);
    if (was.pii() != is.pii()) {
      String note = is.pii() == Pii.KEEP ? "personal values become readable" : "values look different";
      changes.add(Change.of("pii", name, word(was.pii()), word(is.pii()), note, READERS));
    }
    if (!was.description().equals(is.description())) {
      changes.add(Change.of("description", name, was.description(), is.description(), "words"));
    }
  }

  private static void allowed(String name, List<String> was, List<String> is, List<Change> changes) {
    String before = String.join(", ", was);
    String after = String.join(", ", is);
    boolean wider = is.isEmpty() || (!was.isEmpty() && is.containsAll(was));
    boolean narrower = was.isEmpty() || (!is.isEmpty() && was.containsAll(is));
    if (wider && narrower) {
      return; // the same values, in whatever order
    }
    changes.add(wider
        ? Change.of("allowed", name, before, after, "wider: other values may come")
        : Change.of("allowed", name, before, after, narrower ? "narrower" : "other values", PRODUCERS));
  }

  private static void pattern(Column was, Column is, List<Change> changes) {
    if (was.pattern().equals(is.pattern())) {
      return;
    }
    String before = was.pattern().orElse("");
    changes.add(is.pattern().isEmpty()
        ? Change.of("pattern", is.name(), before, "", "wider: other values may come")
        : Change.of("pattern", is.name(), before, is.pattern().get(), "other values may be refused", PRODUCERS));
  }

  private static String shown(Column column) {
    return column.type() + (column.required() ? ", required" : ", optional");
  }

  private static Map<String, Column> byName(List<Column> columns) {
    return columns.stream().collect(Collectors.toMap(Column::name, Function.identity()));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
