package org.apache.hadoop.mapreduce.lib.input;

/** Super class of parquet-java's input format, whose constants its reader options use. */
public abstract class FileInputFormat<K, V> {}
