package org.apache.hadoop.mapreduce;

/** Return type in parquet-java's input format, whose constants its reader options use. */
public abstract class RecordReader<K, V> {}
