package sluice.lake.contract;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sluice.lake.DatasetName;

/** What a dataset promises: its columns, its key, and who answers for it. */
public record Contract(
    DatasetName dataset,
    int version,
    String description,
    String owner,
    Load load,
    List<String> key,
    Format format,
    Drift drift,
    Optional<Duration> freshness,
    Quality quality,
    List<Column> columns) {
  /** Holds, as one JSON object, whatever a source sent that no column is listed for. */
  public static final String UNLISTED = "_unlisted";

  public Contract {
    key = List.copyOf(key);
    columns = List.copyOf(columns);
  }

  /** A contract that says no more than it must. */
  public Contract(DatasetName dataset, int version, String description, String owner, Load load, List<String> key, List<Column> columns) {
    this(dataset, version, description, owner, load, key, new Format.Parquet(), Drift.STANDARD, Optional.empty(), Quality.NONE, columns);
  }

  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  public List<String> requiredColumns() {
    return columns.stream().filter(Column::required).map(Column::name).toList();
  }

  /** The columns of a raw file: the contract's and {@value #UNLISTED}. */
  public List<String> rawColumns() {
    return Stream.concat(columnNames().stream(), Stream.of(UNLISTED)).toList();
  }

  /** The columns of a validated file: the raw ones and the lineage. */
  public List<String> validatedColumns() {
    return Stream.concat(rawColumns().stream(), Lineage.COLUMNS.stream()).toList();
  }
}
