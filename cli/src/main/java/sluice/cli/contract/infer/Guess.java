package sluice.cli.contract.infer;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import sluice.lake.contract.LogicalType;

/**
 * What a sample shows of one column.
 *
 * @param values those that there are, in the order of the rows
 * @param full every row has a value
 */
record Guess(String name, String header, LogicalType type, List<String> values, boolean full) {
  private static final Pattern OTHER_DATE = Pattern.compile("[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}( .*)?");
  private static final Pattern PERSONAL =
      Pattern.compile("(.*_)?(e?mail|phone|mobile|first_name|last_name|surname|full_name|birth(day|_date)?|address|iban|ssn|passport|ip)(_.*)?");

  static Guess of(String name, Sample sample, int index) {
    String header = sample.headers().get(index);
    LogicalType declared = sample.declared().get(header);
    if (declared != null) {
      return new Guess(name, header, declared, List.of(), false);
    }
    List<Value> column = sample.column(index);
    List<Value> values = column.stream().filter(Objects::nonNull).toList();
    return new Guess(name, header, TypeGuess.of(values), values.stream().map(Value::text).toList(),
        !column.isEmpty() && values.size() == column.size());
  }

  boolean isUnique() {
    return full && values.stream().distinct().count() == values.size();
  }

  boolean isKeyLike() {
    return name.equals("id") || name.endsWith("_id");
  }

  boolean looksPersonal() {
    return PERSONAL.matcher(name).matches();
  }

  /** Days in another form than ISO-8601 stay text: 1/2/2020 may be either of two. */
  boolean looksLikeOtherDates() {
    return type.equals(LogicalType.STRING) && !values.isEmpty() && values.stream().allMatch(value -> OTHER_DATE.matcher(value).matches());
  }
}
