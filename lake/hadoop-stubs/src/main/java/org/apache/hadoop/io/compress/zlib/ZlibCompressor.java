package org.apache.hadoop.io.compress.zlib;

/** Named by the static initialiser of parquet-java's codec factory, which is loaded but never asked for zlib. */
public class ZlibCompressor {
  public enum CompressionLevel {
    DEFAULT_COMPRESSION
  }
}
