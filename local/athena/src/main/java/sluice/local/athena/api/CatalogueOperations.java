package sluice.local.athena.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import sluice.local.athena.api.ApiException.Code;
import sluice.local.athena.catalog.GlueCatalogue;
import sluice.local.athena.sql.RefusedException;
import sluice.local.athena.sql.TableName;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.Table;

/** The one data catalog, its databases and tables, as Glue has them. */
final class CatalogueOperations {
    private static final int PAGE = 50;

    private final GlueCatalogue glue;

    CatalogueOperations(GlueCatalogue glue) {
        this.glue = glue;
    }

    Map<String, Operation> all() {
        return Map.of(
                "GetDataCatalog", this::catalog,
                "ListDataCatalogs", this::catalogs,
                "GetDatabase", this::database,
                "ListDatabases", this::databases,
                "GetTableMetadata", this::table,
                "ListTableMetadata", this::tables);
    }

    private JsonNode catalog(JsonNode request) {
        String name = Json.required(request, "Name");
        if (!name.equalsIgnoreCase("awsdatacatalog")) {
            throw new ApiException(Code.INVALID_REQUEST, "DataCatalog " + name + " was not found; there is only AwsDataCatalog");
        }
        ObjectNode answer = Json.object();
        answer.putObject("DataCatalog").put("Name", name).put("Type", "GLUE").put("Status", "CREATE_COMPLETE").putObject("Parameters");
        return answer;
    }

    private JsonNode catalogs(JsonNode request) {
        ObjectNode answer = Json.object();
        answer.putArray("DataCatalogsSummary").addObject().put("CatalogName", "AwsDataCatalog").put("Type", "GLUE").put("Status", "CREATE_COMPLETE");
        return answer;
    }

    private JsonNode database(JsonNode request) {
        String name = Json.required(request, "DatabaseName");
        ObjectNode answer = Json.object();
        answer.set("Database", json(glue.database(name).orElseThrow(() -> new ApiException(Code.METADATA, "Database " + name + " not found"))));
        return answer;
    }

    private JsonNode databases(JsonNode request) {
        Page<Database> page = Page.of(request, glue.databases(), PAGE);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("DatabaseList");
        page.entries().forEach(database -> list.add(json(database)));
        page.writeToken(answer);
        return answer;
    }

    private JsonNode table(JsonNode request) {
        TableName name = new TableName(Json.required(request, "DatabaseName"), Json.required(request, "TableName"));
        ObjectNode answer = Json.object();
        answer.set("TableMetadata", json(glue.find(name).orElseThrow(() -> new ApiException(Code.METADATA, "Table " + name + " not found"))));
        return answer;
    }

    private JsonNode tables(JsonNode request) {
        String pattern = Json.text(request, "Expression").orElse(".*");
        List<Table> matching = tablesOf(Json.required(request, "DatabaseName")).stream().filter(table -> table.name().matches(pattern)).toList();
        Page<Table> page = Page.of(request, matching, PAGE);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("TableMetadataList");
        page.entries().forEach(table -> list.add(json(table)));
        page.writeToken(answer);
        return answer;
    }

    private List<Table> tablesOf(String database) {
        try {
            return glue.tables(database);
        } catch (RefusedException e) {
            throw new ApiException(Code.METADATA, e.getMessage());
        }
    }

    private static ObjectNode json(Database database) {
        ObjectNode json = Json.object().put("Name", database.name());
        if (database.description() != null) {
            json.put("Description", database.description());
        }
        database.parameters().forEach(json.putObject("Parameters")::put);
        return json;
    }

    private static ObjectNode json(Table table) {
        ObjectNode json = Json.object().put("Name", table.name());
        if (table.createTime() != null) {
            json.put("CreateTime", Json.seconds(table.createTime()));
        }
        if (table.tableType() != null) {
            json.put("TableType", table.tableType());
        }
        columns(json.putArray("Columns"), table.storageDescriptor() == null ? List.of() : table.storageDescriptor().columns());
        columns(json.putArray("PartitionKeys"), table.partitionKeys());
        table.parameters().forEach(json.putObject("Parameters")::put);
        return json;
    }

    private static void columns(ArrayNode json, List<Column> columns) {
        for (Column column : columns) {
            ObjectNode one = json.addObject().put("Name", column.name()).put("Type", column.type());
            if (column.comment() != null) {
                one.put("Comment", column.comment());
            }
        }
    }
}
