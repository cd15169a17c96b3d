package sluice.lake.parquet;

import java.io.IOException;

/** The bytes are no Parquet file that can be taken in: damaged, hostile, or of another shape; the data is at fault. */
public final class UnreadableParquetException extends IOException {
  private static final long serialVersionUID = 1L;

  public UnreadableParquetException(String message) {
    super(message);
  }

  public UnreadableParquetException(String message, Throwable cause) {
    super(message, cause);
  }
}
