package sluice.lake.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Nearest;
import sluice.lake.problem.Problem;

/**
 * A place in a YAML file that is asked for what should stand there.
 *
 * <p>What does not stand there is noted as a problem, and a harmless stand-in is returned, so that one reading finds all
 * problems; {@link YamlFile} never lets a value out that was made from stand-ins.
 */
public final class YamlNode {
  private final String file;
  private final Problems problems;
  private final Node node; // null stands for a missing one, of which the problem is noted already
  private final String path;

  YamlNode(String file, Problems problems, Node node, String path) {
    this.file = file;
    this.problems = problems;
    this.node = node;
    this.path = path;
  }

  public String file() {
    return file;
  }

  /** The keys that lead here: {@code rest.paginator.type}, {@code columns[2].name}; empty for the whole file. */
  public String path() {
    return path;
  }

  public int line() {
    return mark().map(m -> m.getLine() + 1).orElse(0);
  }

  public int column() {
    return mark().map(m -> m.getColumn() + 1).orElse(0);
  }

  /** Reads a subtree that was kept for later, with the same promise as {@link YamlFile#read}. */
  public <T> T validated(Function<YamlNode, T> reader) throws InvalidInputException {
    Problems own = new Problems();
    return own.collect(new YamlNode(file, own, node, path), reader);
  }

  // ---- maps

  public boolean isMap() {
    return node instanceof MappingNode;
  }

  /** The value of a key that has to be there. */
  public YamlNode need(String key) {
    YamlNode value = entries().get(key);
    if (value == null) {
      if (isMap()) {
        missing(key);
      }
      return new YamlNode(file, problems, null, below(key));
    }
    return value;
  }

  private void missing(String key) {
    Problem problem = Problem.error(YamlRule.MISSING_KEY.code(), "missing key \"" + key + "\"" + inPath());
    // The start of the file is no place to look at; the start of an entry is.
    problems.add(path.isEmpty() ? problem.at(file, 0, 0) : problem.where(path).at(file, line(), column()));
  }

  public Optional<YamlNode> find(String key) {
    return Optional.ofNullable(entries().get(key));
  }

  /** Notes every key of this map that is none of these. */
  public void onlyKeys(String... allowed) {
    onlyKeys(List.of(allowed));
  }

  public void onlyKeys(Collection<String> allowed) {
    if (!(node instanceof MappingNode map)) {
      return;
    }
    for (NodeTuple entry : map.getValue()) {
      if (entry.getKeyNode() instanceof ScalarNode key && !allowed.contains(key.getValue())) {
        String hint = Nearest.to(key.getValue(), allowed).map(near -> "; did you mean \"" + near + "\"?").orElse("");
        new YamlNode(file, problems, key, path).refuse(YamlRule.UNKNOWN_KEY.code(),
            "unknown key \"" + key.getValue() + "\"" + hint, "one of " + String.join(", ", allowed), null);
      }
    }
  }

  /** The map's entries in the order of the file; none, with a problem, where this is no map. */
  public SequencedMap<String, YamlNode> entries() {
    SequencedMap<String, YamlNode> entries = new LinkedHashMap<>();
    if (node instanceof MappingNode map) {
      for (NodeTuple entry : map.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode key) {
          entries.putIfAbsent(key.getValue(), new YamlNode(file, problems, entry.getValueNode(), below(key.getValue())));
        }
      }
    } else {
      wrongType("a map of keys and values");
    }
    return entries;
  }

  // ---- lists

  public boolean isList() {
    return node instanceof SequenceNode;
  }

  public List<YamlNode> items() {
    List<YamlNode> items = new ArrayList<>();
    if (node instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        items.add(new YamlNode(file, problems, item, path + "[" + items.size() + "]"));
      }
    } else {
      wrongType("a list");
    }
    return items;
  }

  // ---- scalars

  public boolean isNull() {
    return tagged(Tag.NULL);
  }

  /** A text with at least one visible sign; numbers and true or false are not taken for text. */
  public String text() {
    if (node instanceof ScalarNode scalar && tagged(Tag.STR) && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    wrongType("a text");
    return "";
  }

  /** A text of any characters, also none: a delimiter, a word that stands for no value. */
  public String chars() {
    if (node instanceof ScalarNode scalar && tagged(Tag.STR)) {
      return scalar.getValue();
    }
    wrongType("a text");
    return "";
  }

  /** The line on which the text itself starts, which for a block after {@code |} is the one below. */
  public int textLine() {
    boolean block = node instanceof ScalarNode scalar
        && (scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED);
    return block ? line() + 1 : line();
  }

  /** Any single value as it is written: {@code pl}, {@code 50}, {@code true}. */
  public String scalar() {
    if (node instanceof ScalarNode scalar && !isNull()) {
      return scalar.getValue();
    }
    wrongType("a single value");
    return "";
  }

  /** A whole number within these limits, both included. */
  public long integer(long least, long most) {
    String expected = "a whole number from %,d to %,d".formatted(least, most);
    if (!(node instanceof ScalarNode scalar) || !tagged(Tag.INT)) {
      wrongType(expected);
      return least;
    }
    try {
      long value = Long.parseLong(scalar.getValue());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException tooLongOrNotDecimal) {
      // reported like any other number that is out of range
    }
    refuseValue(expected);
    return least;
  }

  public boolean flag() {
    if (node instanceof ScalarNode scalar && tagged(Tag.BOOL)) {
      return Boolean.parseBoolean(scalar.getValue());
    }
    wrongType("true or false");
    return false;
  }

  /** The constant whose name stands here in lower case. */
  public <E extends Enum<E>> E oneOf(Class<E> type) {
    return choice(type).orElse(type.getEnumConstants()[0]);
  }

  public String oneOf(Collection<String> words) {
    return choice(words).orElse(words.iterator().next());
  }

  /** As {@link #oneOf(Class)}, for a choice on which depends what else to read: nothing stands in for a wrong one. */
  public <E extends Enum<E>> Optional<E> choice(Class<E> type) {
    E[] constants = type.getEnumConstants();
    return choice(Stream.of(constants).map(YamlNode::word).toList())
        .flatMap(word -> Stream.of(constants).filter(constant -> word(constant).equals(word)).findFirst());
  }

  private Optional<String> choice(Collection<String> words) {
    String expected = "one of " + String.join(", ", words);
    if (!(node instanceof ScalarNode scalar) || isNull()) {
      wrongType(expected);
      return Optional.empty();
    }
    if (!words.contains(scalar.getValue())) {
      String hint = Nearest.to(scalar.getValue(), words).map(near -> "; did you mean \"" + near + "\"?").orElse("");
      refuse(YamlRule.WRONG_VALUE.code(), what() + " is not known" + hint, expected, shown());
      return Optional.empty();
    }
    return Optional.of(scalar.getValue());
  }

  /** A text that a type reads itself; its complaint becomes the problem, and the stand-in is returned then. */
  public <T> T as(Function<String, T> parse, T standIn) {
    if (!(node instanceof ScalarNode) || isNull()) {
      wrongType("a text");
      return standIn;
    }
    String value = scalar();
    try {
      return parse.apply(value);
    } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
      refuse(YamlRule.WRONG_VALUE.code(), what() + ": " + wrong.getMessage(), null, null);
      return standIn;
    }
  }

  /** All texts of a list. */
  public List<String> texts() {
    return items().stream().map(YamlNode::text).toList();
  }

  /** All single values of a map, as they are written, in the order of the file. */
  public SequencedMap<String, String> scalars() {
    return entries().entrySet().stream().collect(
        Collectors.toMap(Map.Entry::getKey, e -> e.getValue().scalar(), (a, b) -> a, LinkedHashMap::new));
  }

  // ---- problems

  /** Notes a problem with this place that only the reader can see. */
  public void refuse(String code, String what, String expected, String found, String... hints) {
    if (node != null) {
      problems.add(Problem.error(code, what)
          .where(path.isEmpty() ? null : path)
          .expected(expected)
          .found(found)
          .at(file, line(), column())
          .next(hints));
    }
  }

  /** Notes that the value here is of the right type, but not one that can be used. */
  public void refuseValue(String expected, String... hints) {
    refuse(YamlRule.WRONG_VALUE.code(), what() + " cannot be used", expected, shown(), hints);
  }

  private void wrongType(String expected) {
    refuse(YamlRule.WRONG_TYPE.code(), what() + " has the wrong type", expected, shown());
  }

  private String shown() {
    return NodeText.of(node);
  }

  private String what() {
    return path.isEmpty() ? "the file" : path;
  }

  private String inPath() {
    return path.isEmpty() ? "" : " in " + path;
  }

  private String below(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private boolean tagged(Tag tag) {
    return node != null && node.getTag().equals(tag);
  }

  private Optional<Mark> mark() {
    return node == null ? Optional.empty() : node.getStartMark();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
