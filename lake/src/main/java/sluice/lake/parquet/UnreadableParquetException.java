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

  /** Whether the file is too large inside rather than damaged. */
  public boolean isTooLarge() {
    for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof DecodedBytes.TooLargeInside) {
        return true;
      }
    }
    return false;
  }
}
