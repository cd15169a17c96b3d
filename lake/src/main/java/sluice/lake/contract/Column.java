package sluice.lake.contract;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One column that a contract promises.
 *
 * @param header what producers call the column in their files; the name itself where the contract says nothing else
 * @param required an object without this column is not the dataset
 * @param nullable a row without a value in this column is a good row
 * @param allowed the only values there may be; empty where any is
 * @param pattern a java.util.regex expression that the whole text of a value has to match
 */
public record Column(
    String name,
    String header,
    LogicalType type,
    boolean required,
    boolean nullable,
    List<String> allowed,
    Optional<String> pattern,
    Pii pii,
    String description) {
  public Column {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(pii, "pii");
    allowed = List.copyOf(allowed);
  }

  /** A column of which nothing more is known; a required one has a value in every row. */
  public Column(String name, LogicalType type, boolean required, String description) {
    this(name, name, type, required, !required, List.of(), Optional.empty(), Pii.KEEP, description);
  }
}
