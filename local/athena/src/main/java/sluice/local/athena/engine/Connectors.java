package sluice.local.athena.engine;

import java.util.HashMap;
import java.util.Map;
import sluice.local.athena.sql.CreateTableAs;

/** Settings of the two connectors that together are Athena's one catalog: Hive's, which hands Iceberg tables over to the other. */
final class Connectors {

    // The Vector API is fast only where C2 compiles it to the processor's own instructions; this JVM stops at C1.
    private static final Map<String, String> READING = Map.of("parquet.experimental.vectorized-decoding.enabled", "false");

    private Connectors() {
    }

    static Map<String, String> hive(Lake lake) {
        Map<String, String> settings = new HashMap<>(lake.hive());
        settings.putAll(READING);
        settings.put("hive.iceberg-catalog-name", CreateTableAs.CATALOGS.iceberg());
        settings.put("hive.non-managed-table-writes-enabled", "true");
        settings.put("hive.storage-format", "PARQUET");
        // As Athena does: a table without partitions shows the files of all folders below its own.
        settings.put("hive.recursive-directories", "true");
        // Column statistics would cost several catalogue calls a statement and change nothing at this size.
        settings.put("hive.collect-column-statistics-on-write", "false");
        settings.put("hive.table-statistics-enabled", "false");
        return settings;
    }

    static Map<String, String> iceberg(Lake lake) {
        Map<String, String> settings = new HashMap<>(lake.iceberg());
        settings.putAll(READING);
        // What one caller has read must not be kept for the next: on AWS each needs the permission to read it.
        settings.put("iceberg.metadata-cache.enabled", "false");
        settings.put("iceberg.hive-catalog-name", CreateTableAs.CATALOGS.hive());
        settings.put("iceberg.allowed-extra-properties", "*");
        settings.put("iceberg.extended-statistics.collect-on-write", "false");
        // VACUUM may ask for any age, as in Athena; Trino's floor is seven days.
        settings.put("iceberg.expire-snapshots.min-retention", "0s");
        settings.put("iceberg.remove-orphan-files.min-retention", "0s");
        return settings;
    }
}
