package org.apache.hadoop.fs;

/** Super type of parquet-java's HiddenFileFilter, which is loaded together with its reader options. */
public interface PathFilter {
  boolean accept(Path path);
}
