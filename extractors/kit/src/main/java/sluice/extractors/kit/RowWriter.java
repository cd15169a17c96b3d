package sluice.extractors.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import sluice.lake.contract.Contract;

/**
 * Takes rows value by value: {@code add} for each column that has one, then {@code endRow}; a column left out is null.
 *
 * <p>Bytes are copied during the call, so that a caller may reuse its buffer at once.
 */
public interface RowWriter {
  /** The column that keeps, as one JSON object, every field that the contract does not list. */
  String UNLISTED = Contract.UNLISTED;

  /** The contract's columns in its order, then {@link #UNLISTED}. */
  List<String> columns();

  /** Gives the current row's column a value, as UTF-8. A column takes one value per row. */
  void add(int column, byte[] utf8, int offset, int length);

  /** Gives the current row's column a value; for sources that are slow enough to afford a String. */
  default void add(int column, String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    add(column, utf8, 0, utf8.length);
  }

  /** Ends the current row; from here on it counts. */
  void endRow() throws IOException;

  /** Rows ended so far by all legs. */
  long rows();

  /** The index of a column. */
  default int column(String name) {
    int index = columns().indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("no column \"" + name + "\": the contract has " + columns());
    }
    return index;
  }
}
