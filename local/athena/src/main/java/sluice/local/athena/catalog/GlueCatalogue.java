package sluice.local.athena.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import sluice.local.athena.engine.AwsLake;
import sluice.local.athena.sql.AddPartitions;
import sluice.local.athena.sql.CreateDatabase;
import sluice.local.athena.sql.CreateTable;
import sluice.local.athena.sql.DropPartitions;
import sluice.local.athena.sql.HiveTable;
import sluice.local.athena.sql.RefusedException;
import sluice.local.athena.sql.TableName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.Table;

/** The Glue catalogue, for what Athena does with it and Trino does not. */
public final class GlueCatalogue implements AutoCloseable {
    private final GlueClient glue;

    public GlueCatalogue(AwsLake lake) {
        glue = GlueClient.builder()
                .endpointOverride(lake.aws())
                .region(Region.of(lake.region()))
                .httpClient(ApacheHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(AwsLake.ACCESS_KEY, AwsLake.SECRET_KEY)))
                .build();
    }

    public void create(CreateDatabase database) {
        try {
            glue.createDatabase(r -> r.databaseInput(GlueInput.of(database)));
        } catch (AlreadyExistsException e) {
            refuseUnless(database.ifNotExists(), "Database " + database.name() + " already exists");
        }
    }

    public void create(CreateTable table) {
        try {
            glue.createTable(r -> r.databaseName(table.table().database()).tableInput(GlueInput.of(table)));
        } catch (AlreadyExistsException e) {
            refuseUnless(table.ifNotExists(), "Table " + table.table() + " already exists");
        } catch (EntityNotFoundException e) {
            throw new RefusedException("Database " + table.table().database() + " not found");
        }
    }

    public void change(TableName name, UnaryOperator<HiveTable> change) {
        Table table = table(name);
        HiveTable changed = change.apply(GlueInput.hiveTable(table));
        glue.updateTable(r -> r.databaseName(name.database()).tableInput(GlueInput.of(table, changed)));
    }

    public void add(AddPartitions add) {
        Table table = table(add.table());
        add.partitions().forEach(partition -> {
            try {
                glue.createPartition(r -> r.databaseName(add.table().database()).tableName(add.table().table()).partitionInput(GlueInput.of(table, partition)));
            } catch (AlreadyExistsException e) {
                refuseUnless(add.ifNotExists(), "Partition " + partition.values() + " already exists in " + add.table());
            }
        });
    }

    public void drop(DropPartitions drop) {
        List<String> keys = table(drop.table()).partitionKeys().stream().map(Column::name).toList();
        drop.partitions().forEach(partition -> {
            try {
                glue.deletePartition(r -> r.databaseName(drop.table().database()).tableName(drop.table().table()).partitionValues(partition.inOrderOf(keys)));
            } catch (EntityNotFoundException e) {
                refuseUnless(drop.ifExists(), "Partition " + partition.values() + " not found in " + drop.table());
            }
        });
    }

    public boolean isIceberg(TableName name) {
        return "ICEBERG".equalsIgnoreCase(table(name).parameters().get("table_type"));
    }

    /** @throws RefusedException when there is none */
    public Table table(TableName name) {
        return find(name).orElseThrow(() -> new RefusedException("Table not found " + name));
    }

    public Optional<Table> find(TableName name) {
        try {
            return Optional.of(glue.getTable(r -> r.databaseName(name.database()).name(name.table())).table());
        } catch (EntityNotFoundException e) {
            return Optional.empty();
        }
    }

    public Optional<Database> database(String name) {
        try {
            return Optional.of(glue.getDatabase(r -> r.name(name)).database());
        } catch (EntityNotFoundException e) {
            return Optional.empty();
        }
    }

    public List<Database> databases() {
        return glue.getDatabasesPaginator(r -> { }).stream().flatMap(page -> page.databaseList().stream()).toList();
    }

    /** @throws RefusedException when there is no such database */
    public List<Table> tables(String database) {
        try {
            return glue.getTablesPaginator(r -> r.databaseName(database)).stream().flatMap(page -> page.tableList().stream()).toList();
        } catch (EntityNotFoundException e) {
            throw new RefusedException("Database " + database + " not found");
        }
    }

    public List<Partition> partitions(TableName name) {
        return glue.getPartitionsPaginator(r -> r.databaseName(name.database()).tableName(name.table())).stream().flatMap(page -> page.partitions().stream()).toList();
    }

    private static void refuseUnless(boolean allowed, String message) {
        if (!allowed) {
            throw new RefusedException(message);
        }
    }

    @Override
    public void close() {
        glue.close();
    }
}
