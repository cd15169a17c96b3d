package org.apache.hadoop.mapreduce;

/** Parameter type in parquet-java's input format, whose constants its reader options use. */
public interface JobContext {}
