package sluice.local.athena.catalog;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.local.athena.engine.EngineConfig;
import sluice.local.athena.sql.CreateDatabase;
import sluice.local.athena.sql.TableName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.DatabaseInput;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/** The Glue catalogue, for what Trino does not do with it. */
public final class GlueCatalogue implements AutoCloseable {
    private final GlueClient glue;

    public GlueCatalogue(EngineConfig config) {
        glue = GlueClient.builder()
                .endpointOverride(URI.create(config.aws().toString()))
                .region(Region.of(config.region()))
                .httpClient(ApacheHttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(EngineConfig.ACCESS_KEY, EngineConfig.SECRET_KEY)))
                .build();
    }

    public void create(CreateDatabase database) {
        DatabaseInput.Builder input = DatabaseInput.builder().name(database.name());
        database.comment().ifPresent(input::description);
        database.location().ifPresent(input::locationUri);
        if (!database.properties().isEmpty()) {
            input.parameters(database.properties());
        }
        try {
            glue.createDatabase(r -> r.databaseInput(input.build()));
        } catch (AlreadyExistsException e) {
            if (!database.ifNotExists()) {
                throw new CatalogueException("Database " + database.name() + " already exists");
            }
        }
    }

    /** Adds the properties to those that the table has; UpdateTable replaces a table whole, so the rest is given back to it. */
    public void setProperties(TableName name, Map<String, String> properties) {
        Table table = table(name);
        Map<String, String> all = new HashMap<>(table.parameters());
        all.putAll(properties);
        TableInput changed = TableInput.builder()
                .name(table.name()).description(table.description()).owner(table.owner()).retention(table.retention())
                .storageDescriptor(table.storageDescriptor()).partitionKeys(table.partitionKeys()).tableType(table.tableType())
                .viewOriginalText(table.viewOriginalText()).viewExpandedText(table.viewExpandedText())
                .parameters(all)
                .build();
        glue.updateTable(r -> r.databaseName(name.database()).tableInput(changed));
    }

    public boolean isIceberg(TableName name) {
        return "ICEBERG".equalsIgnoreCase(table(name).parameters().get("table_type"));
    }

    public Table table(TableName name) {
        return find(name).orElseThrow(() -> new CatalogueException("Table not found " + name));
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

    public List<Table> tables(String database) {
        return glue.getTablesPaginator(r -> r.databaseName(database)).stream().flatMap(page -> page.tableList().stream()).toList();
    }

    @Override
    public void close() {
        glue.close();
    }
}
