package sluice.local.athena.engine;

import java.nio.file.Path;
import java.util.Map;

/** A lake in a folder of this machine: for training the engine and for its tests, which need no AWS then. */
public record FolderLake(Path folder) implements Lake {

    @Override
    public Map<String, String> hive() {
        return Map.of("hive.metastore", "file", "hive.metastore.catalog.dir", "local:///catalogue", "fs.local.enabled", "true", "local.location", folder.toString());
    }

    @Override
    public Map<String, String> iceberg() {
        return Map.of("iceberg.catalog.type", "TESTING_FILE_METASTORE", "hive.metastore.catalog.dir", "local:///catalogue", "fs.local.enabled", "true", "local.location", folder.toString());
    }
}
