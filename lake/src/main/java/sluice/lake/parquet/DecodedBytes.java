package sluice.lake.parquet;

/** Counts what decoding brings forth and stops a file that is larger inside than anyone allowed. */
final class DecodedBytes {
  // One page is held in memory at a time; ours have about 1 MiB unless a single value is larger.
  private static final int LARGEST_PAGE = 128 << 20;

  private final long limit;
  private long total;

  DecodedBytes(long limit) {
    this.limit = limit;
  }

  /** Called before a page's memory is taken, with the size its header claims. */
  void page(int claimed) {
    if (claimed < 0 || claimed > LARGEST_PAGE) {
      throw new TooLargeInside("a page claims " + claimed + " bytes; at most " + LARGEST_PAGE + " are read");
    }
    add(claimed);
  }

  /** Values count again although their page did: a dictionary entry of one page may stand in millions of rows. */
  void add(long bytes) {
    total += bytes;
    if (total > limit) {
      throw new TooLargeInside("the file decodes to more than " + limit + " bytes");
    }
  }

  /** Unchecked, because it passes through parquet-java's own code. */
  static final class TooLargeInside extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLargeInside(String message) {
      super(message);
    }
  }
}
