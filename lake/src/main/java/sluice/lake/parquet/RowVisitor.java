package sluice.lake.parquet;

import java.io.IOException;
import java.util.List;

/** Is told a file's columns once and then each of its rows, in order. */
public interface RowVisitor {
  void columns(List<String> names) throws IOException;

  /** The row is reused: what must outlive the call has to be copied. */
  void row(Row row) throws IOException;
}
