package sluice.validator.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.lake.contract.Column;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Drift;
import sluice.lake.contract.Format;
import sluice.validator.Reason;
import sluice.validator.Refusal;

/**
 * Which column of a file is which of its contract.
 *
 * @param slots for each column of the file, its slot: the contract's columns, {@value Contract#UNLISTED}, then the unlisted ones
 * @param unlisted names of the unlisted columns, in the order of their slots
 */
record ColumnMap(int[] slots, List<String> unlisted) {
  static ColumnMap of(Contract contract, Input.Maker maker, List<String> found) throws Refusal, DriftStop {
    Map<String, Integer> known = known(contract, maker);
    int[] slots = new int[found.size()];
    List<String> unlisted = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int at = 0; at < slots.length; at++) {
      String name = found.get(at);
      if (!names.add(name)) {
        throw new Refusal(Reason.DUPLICATE_COLUMN, "column \"" + name + "\" stands twice in " + brief(found));
      }
      Integer slot = known.get(name);
      slots[at] = slot == null ? contract.columns().size() + 1 + unlisted.size() : slot;
      if (slot == null) {
        unlisted.add(name);
      }
    }
    if (unlisted.size() == found.size() && contract.format() instanceof Format.Csv && maker == Input.Maker.PRODUCER) {
      throw new Refusal(Reason.HEADER_MISSING,
          "the first line names none of the contract's columns: expected " + brief(headers(contract, maker)) + ", found " + brief(found));
    }
    ColumnMap map = new ColumnMap(slots, List.copyOf(unlisted));
    map.checkMissing(contract, maker, found, names);
    map.checkNew(contract);
    return map;
  }

  /** What the contract's columns are called in a file. */
  static List<String> headers(Contract contract, Input.Maker maker) {
    return maker == Input.Maker.EXTRACTOR ? contract.columnNames() : contract.columns().stream().map(Column::header).toList();
  }

  private static Map<String, Integer> known(Contract contract, Input.Maker maker) {
    Map<String, Integer> known = new HashMap<>();
    headers(contract, maker).forEach(name -> known.put(name, known.size()));
    if (maker == Input.Maker.EXTRACTOR) {
      known.put(Contract.UNLISTED, contract.columns().size());
    }
    return known;
  }

  private void checkMissing(Contract contract, Input.Maker maker, List<String> found, Set<String> names) throws Refusal, DriftStop {
    List<String> headers = headers(contract, maker);
    List<String> required = new ArrayList<>();
    List<String> optional = new ArrayList<>();
    for (int column = 0; column < headers.size(); column++) {
      if (!names.contains(headers.get(column))) {
        (contract.columns().get(column).required() ? required : optional).add(headers.get(column));
      }
    }
    if (!required.isEmpty()) {
      actOn(contract.drift().on(Drift.Kind.MISSING_REQUIRED_COLUMN), Reason.MISSING_REQUIRED_COLUMN,
          "lacks " + brief(required) + "; has " + brief(found));
    }
    if (!optional.isEmpty()) {
      actOn(contract.drift().on(Drift.Kind.MISSING_OPTIONAL_COLUMN), Reason.MISSING_OPTIONAL_COLUMN,
          "lacks " + brief(optional) + "; has " + brief(found));
    }
  }

  private void checkNew(Contract contract) throws Refusal, DriftStop {
    if (!unlisted.isEmpty()) {
      actOn(contract.drift().on(Drift.Kind.NEW_COLUMN), Reason.NEW_COLUMN, "the contract does not list " + brief(unlisted));
    }
  }

  /** Ends the reading where the contract says so; whatever concerns single rows is for those who see them. */
  static void actOn(Drift.Action action, Reason reason, String detail) throws Refusal, DriftStop {
    switch (action) {
      case QUARANTINE_OBJECT -> throw new Refusal(reason, detail);
      case FAIL -> throw new DriftStop(reason, detail);
      case ACCEPT, COERCE, QUARANTINE_ROW -> { }
    }
  }

  /** A strange file can have thousands of columns with names of any length. */
  private static String brief(List<String> names) {
    String all = names.toString();
    return all.length() <= 400 ? all : all.substring(0, 400) + "…] (" + names.size() + ")";
  }
}
