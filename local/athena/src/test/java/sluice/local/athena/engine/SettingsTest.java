package sluice.local.athena.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final EngineConfig CONFIG = new EngineConfig(URI.create("http://127.0.0.1:4566"), "eu-central-1");

    @Test
    void leavesRoomInTheHeapBesideTheQueries() {
        assertThat(ServerSettings.forHeap(800L << 20))
                .containsEntry("query.max-memory-per-node", "400MB")
                .containsEntry("query.max-memory", "400MB")
                .containsEntry("memory.heap-headroom-per-node", "240MB");
    }

    @Test
    void letsBothConnectorsHandTablesToOneAnother() {
        assertThat(Connectors.hive(CONFIG)).containsEntry("hive.iceberg-catalog-name", "iceberg").containsEntry("hive.metastore", "glue");
        assertThat(Connectors.iceberg(CONFIG)).containsEntry("iceberg.hive-catalog-name", "awsdatacatalog").containsEntry("iceberg.catalog.type", "glue");
    }

    @Test
    void pointsEveryConnectorToTheLocalAwsOnly() {
        assertThat(Connectors.hive(CONFIG)).containsAllEntriesOf(CONFIG.connector());
        assertThat(CONFIG.connector())
                .containsEntry("s3.endpoint", "http://127.0.0.1:4566")
                .containsEntry("hive.metastore.glue.endpoint-url", "http://127.0.0.1:4566")
                .containsEntry("s3.path-style-access", "true")
                .containsEntry("s3.region", "eu-central-1");
    }
}
