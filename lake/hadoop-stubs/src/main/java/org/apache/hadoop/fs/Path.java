package org.apache.hadoop.fs;

/** Named by parquet-java's overloads for Hadoop file systems, which Sluice never calls. */
public class Path {}
