package sluice.lake.parquet;

import java.io.Closeable;
import java.io.IOException;

/** Takes rows value by value without making objects of them; a column that gets no value in a row is null there. */
public interface RowSink extends Closeable {
  /** A column takes one value a row; a second one is our error and throws. The bytes are copied or written at once. */
  void add(int column, byte[] utf8, int offset, int length);

  void endRow() throws IOException;

  /** Rows ended so far. */
  long rows();

  /** About how large the file would be if it were closed now. */
  long bytes();
}
