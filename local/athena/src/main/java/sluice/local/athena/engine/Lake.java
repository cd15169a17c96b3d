package sluice.local.athena.engine;

import java.util.Map;

/** Where tables and their catalogue are, as settings of Trino's two connectors. */
public sealed interface Lake permits AwsLake, FolderLake {
    Map<String, String> hive();

    Map<String, String> iceberg();
}
