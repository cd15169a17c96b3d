package sluice.lake.contract;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import sluice.lake.yaml.YamlNode;

/** Takes out of a contract what is to be done about differences; what it is silent on is done as ever. */
final class DriftReader {
  private static final String SENSELESS = "C115";

  private DriftReader() {}

  static Drift read(YamlNode node) {
    node.onlyKeys(Arrays.stream(Drift.Kind.values()).map(DriftReader::word).toList());
    Map<Drift.Kind, Drift.Action> actions = new EnumMap<>(Drift.STANDARD.actions());
    SequencedMap<String, YamlNode> entries = node.entries();
    for (Drift.Kind kind : Drift.Kind.values()) {
      Optional.ofNullable(entries.get(word(kind))).flatMap(value -> action(value, kind)).ifPresent(action -> actions.put(kind, action));
    }
    return new Drift(actions);
  }

  private static Optional<Drift.Action> action(YamlNode node, Drift.Kind kind) {
    Optional<Drift.Action> action = node.choice(Drift.Action.class);
    if (action.isPresent() && !kind.possible().contains(action.get())) {
      List<String> possible = kind.possible().stream().map(DriftReader::word).toList();
      node.refuse(SENSELESS, word(action.get()) + " makes no sense for " + word(kind) + ": " + why(kind),
          "one of " + String.join(", ", possible), null);
      return Optional.empty();
    }
    return action;
  }

  private static String why(Drift.Kind kind) {
    return switch (kind) {
      case NEW_COLUMN -> "no type is promised for it";
      case MISSING_OPTIONAL_COLUMN -> "the column is missing in every row";
      case MISSING_REQUIRED_COLUMN -> "no row of the object has what every row needs";
      case TYPE_CHANGE, STRUCTURAL_CHANGE -> throw new IllegalStateException("every action makes sense for " + kind);
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
