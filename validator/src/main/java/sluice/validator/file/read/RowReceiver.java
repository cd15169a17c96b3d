package sluice.validator.file.read;

import java.io.IOException;
import java.util.List;

/** Is told a file's columns once, says where their values belong, and then gets every row in the file's order. */
public interface RowReceiver {
  /** Answers with the row to fill and the slot of each column; called once, before the first row. */
  Layout columns(List<String> names) throws IOException;

  /** The row is reused: what must outlive the call has to be copied. */
  void row(Fields fields) throws IOException;

  /** @param slots for each column of the file, its place in the row */
  record Layout(Fields fields, int[] slots) {}
}
