package sluice.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.lake.problem.Nearest;
import sluice.lake.problem.Problem;

/** The fields of one JSON object, read strictly: whatever is wrong is kept as a problem that names the field. */
final class JsonFields {
  private static final int SHOWN = 100;

  private final JsonNode object;
  private final String path;
  private final String file;
  private final List<Problem> problems;

  /** {@code path} is what stands before a field's name, such as {@code options.}; empty at the top. */
  JsonFields(JsonNode object, String path, String file, List<Problem> problems) {
    this.object = object;
    this.path = path;
    this.file = file;
    this.problems = problems;
  }

  /** Fields beyond these are mistakes: a mistyped option that is passed over does something else than was meant. */
  JsonFields only(List<String> names) {
    object.fieldNames().forEachRemaining(name -> {
      if (!names.contains(name)) {
        Problem problem = Problem.error("R002", "unknown key").where(path + name).at(file, 0, 0)
            .expected(String.join(", ", names)).found(shown(name));
        problems.add(problem.next(Nearest.to(name, names).map(near -> "write " + near).orElse("take the key out")));
      }
    });
    return this;
  }

  boolean has(String name) {
    return object.has(name);
  }

  Optional<String> text(String name, String shape, String expected) {
    JsonNode value = object.path(name);
    if (value.isTextual() && value.asText().matches(shape)) {
      return Optional.of(value.asText());
    }
    wrong(name, expected);
    return Optional.empty();
  }

  Optional<String> textIfThere(String name, String shape, String expected) {
    return has(name) ? text(name, shape, expected) : Optional.empty();
  }

  Optional<LocalDate> date(String name) {
    try {
      if (object.path(name).isTextual()) {
        return Optional.of(LocalDate.parse(object.path(name).asText()));
      }
    } catch (DateTimeException notInTheCalendar) {
      // said below
    }
    wrong(name, "a date such as 2026-01-31");
    return Optional.empty();
  }

  Optional<LocalDate> dateIfThere(String name) {
    return has(name) ? date(name) : Optional.empty();
  }

  boolean flag(String name, boolean standard) {
    if (has(name) && !object.path(name).isBoolean()) {
      wrong(name, "true or false");
    }
    return object.path(name).asBoolean(standard);
  }

  /** Empty where the field is no list of texts. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    object.path(name).forEach(value -> texts.add(value.isTextual() ? value.asText() : null));
    if (!object.path(name).isArray() || texts.isEmpty() || texts.contains(null)) {
      wrong(name, "a list of texts with at least one");
      return List.of();
    }
    return texts;
  }

  /** The fields of the object in that field; none where it is no object. */
  JsonFields object(String name) {
    if (!object.path(name).isObject()) {
      wrong(name, "an object {…}");
    }
    return new JsonFields(object.path(name), path + name + ".", file, problems);
  }

  /** Keeps a problem with the field's value. */
  void wrong(String name, String expected) {
    JsonNode value = object.path(name);
    problems.add(Problem.error(value.isMissingNode() ? "R003" : "R004", value.isMissingNode() ? "a key is missing" : "wrong value")
        .where(path + name).at(file, 0, 0).expected(expected).found(value.isMissingNode() ? "nothing" : shown(value.toString()))
        .next((value.isMissingNode() ? "add " : "correct ") + path + name));
  }

  static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
