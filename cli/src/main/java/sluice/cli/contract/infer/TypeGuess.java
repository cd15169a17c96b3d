package sluice.cli.contract.infer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sluice.lake.contract.LogicalType;
import sluice.lake.contract.LogicalType.Kind;

/** The type that all of some values have; text where there is any doubt, for text loses nothing. */
final class TypeGuess {
  // Numbers with a zero in front are codes: their zero would be lost.
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final Pattern NESTED = Pattern.compile("(?s)\\s*[\\[{].*");
  private static final int USUAL_PRECISION = 18;
  private static final int MOST_PRECISION = 38;

  private TypeGuess() {}

  static LogicalType of(List<Value> values) {
    Set<Value.Form> forms = values.stream().map(Value::form).collect(Collectors.toCollection(() -> EnumSet.noneOf(Value.Form.class)));
    List<String> texts = values.stream().map(Value::text).toList();
    if (texts.isEmpty() || forms.size() > 1) {
      return forms.contains(Value.Form.NESTED) ? type(Kind.JSON) : LogicalType.STRING;
    }
    return switch (forms.iterator().next()) {
      case NESTED -> type(Kind.JSON);
      case BOOLEAN -> type(Kind.BOOLEAN);
      case NUMBER -> number(texts);
      case STRING -> time(texts);
      case WRITTEN -> written(texts);
    };
  }

  private static LogicalType written(List<String> texts) {
    if (all(texts, NUMBER)) {
      return number(texts);
    }
    if (texts.stream().allMatch(type(Kind.BOOLEAN)::holds)) {
      return type(Kind.BOOLEAN);
    }
    if (all(texts, NESTED) && texts.stream().allMatch(type(Kind.JSON)::holds)) {
      return type(Kind.JSON);
    }
    return time(texts);
  }

  private static LogicalType time(List<String> texts) {
    for (Kind kind : List.of(Kind.DATE, Kind.TIMESTAMP)) {
      if (texts.stream().allMatch(type(kind)::holds)) {
        return type(kind);
      }
    }
    return LogicalType.STRING;
  }

  private static LogicalType number(List<String> texts) {
    if (all(texts, WHOLE)) {
      return texts.stream().allMatch(type(Kind.LONG)::holds) ? type(Kind.LONG) : LogicalType.STRING;
    }
    // The same digits after every point are a currency's or a gauge's; others are measured.
    Set<Integer> scales = texts.stream().map(TypeGuess::scale).collect(Collectors.toSet());
    int scale = scales.iterator().next();
    if (scales.size() == 1 && scale > 0 && scale < USUAL_PRECISION) {
      for (int precision : List.of(USUAL_PRECISION, MOST_PRECISION)) {
        LogicalType decimal = new LogicalType(Kind.DECIMAL, precision, scale);
        if (texts.stream().allMatch(decimal::holds)) {
          return decimal;
        }
      }
    }
    return texts.stream().allMatch(type(Kind.DOUBLE)::holds) ? type(Kind.DOUBLE) : LogicalType.STRING;
  }

  private static int scale(String text) {
    int point = text.indexOf('.');
    return point < 0 ? 0 : text.length() - point - 1;
  }

  private static boolean all(List<String> texts, Pattern shape) {
    return texts.stream().allMatch(text -> shape.matcher(text).matches());
  }

  private static LogicalType type(Kind kind) {
    return new LogicalType(kind, 0, 0);
  }
}
