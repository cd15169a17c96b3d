package sluice.lake;

import java.util.regex.Pattern;

/** A source's and its dataset's one name, safe in keys, SQL, file names and logs because its shape is checked here. */
public record DatasetName(String value) implements Comparable<DatasetName> {
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  public DatasetName {
    Shape.require(value, SHAPE, "dataset name", "lower-case letters, digits and _, starting with a letter, at most 63");
  }

  @Override
  public int compareTo(DatasetName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
