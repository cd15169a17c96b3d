package sluice.local.athena.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final AwsLake AWS = new AwsLake(URI.create("http://127.0.0.1:4566"), "eu-central-1");

    @Test
    void leavesRoomInTheHeapBesideTheQueries() {
        assertThat(ServerSettings.forHeap(800L << 20))
                .containsEntry("query.max-memory-per-node", "400MB")
                .containsEntry("query.max-memory", "400MB")
                .containsEntry("memory.heap-headroom-per-node", "240MB");
    }

    @Test
    void letsBothConnectorsHandTablesToOneAnother() {
        assertThat(Connectors.hive(AWS)).containsEntry("hive.iceberg-catalog-name", "iceberg").containsEntry("hive.metastore", "glue");
        assertThat(Connectors.iceberg(AWS)).containsEntry("iceberg.hive-catalog-name", "awsdatacatalog").containsEntry("iceberg.catalog.type", "glue");
    }

    @Test
    void pointsBothConnectorsToTheLocalAwsOnly() {
        for (Map<String, String> settings : List.of(Connectors.hive(AWS), Connectors.iceberg(AWS))) {
            assertThat(settings)
                    .containsEntry("s3.endpoint", "http://127.0.0.1:4566")
                    .containsEntry("hive.metastore.glue.endpoint-url", "http://127.0.0.1:4566")
                    .containsEntry("s3.path-style-access", "true")
                    .containsEntry("s3.region", "eu-central-1");
        }
    }

    @Test
    void keepsALakeInAFolderWithoutAnyAws() {
        Lake folder = new FolderLake(Path.of("lake"));

        assertThat(Connectors.hive(folder)).containsEntry("local.location", "lake").doesNotContainKey("s3.endpoint");
        assertThat(Connectors.iceberg(folder)).containsEntry("hive.metastore.catalog.dir", "local:///catalogue").doesNotContainKey("s3.endpoint");
    }
}
