package org.apache.hadoop.conf;

/** Lets parquet-java's signatures resolve without Hadoop; nothing here ever runs with a real configuration. */
public class Configuration {
  public Configuration() {}

  public Configuration(boolean loadDefaults) {}
}
