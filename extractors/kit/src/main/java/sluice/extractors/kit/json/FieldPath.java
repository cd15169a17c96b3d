package sluice.extractors.kit.json;

import java.util.List;
import java.util.regex.Pattern;

/** Where in a JSON document something stands: the names of the fields on the way, outermost first. */
public record FieldPath(List<String> steps) {
  /** The document itself. */
  public static final FieldPath ROOT = new FieldPath(List.of());

  private static final Pattern SHAPE = Pattern.compile("[^.\\s]+(\\.[^.\\s]+)*");

  public FieldPath {
    steps = List.copyOf(steps);
  }

  /** Reads field names with dots between them. */
  public static FieldPath parse(String dotted) {
    if (!SHAPE.matcher(dotted).matches()) {
      throw new IllegalArgumentException(
          "expected field names with dots between them, such as data.rows, found \"" + dotted + "\"");
    }
    return new FieldPath(List.of(dotted.split("\\.")));
  }

  /** Whether this path leads through the field {@code name} at this depth, given that it led to its parent. */
  boolean leadsThrough(int depth, String name) {
    return depth < steps.size() && steps.get(depth).equals(name);
  }

  boolean endsAt(int depth) {
    return depth == steps.size();
  }

  @Override
  public String toString() {
    return String.join(".", steps);
  }
}
