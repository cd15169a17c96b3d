package sluice.local.athena.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.local.athena.sql.CreateDatabase;
import sluice.local.athena.sql.CreateTable;
import sluice.local.athena.sql.HiveColumn;
import sluice.local.athena.sql.HiveTable;
import sluice.local.athena.sql.PartitionSpec;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.DatabaseInput;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/** What statements say, as Glue wants to be told. */
final class GlueInput {

    private GlueInput() {
    }

    static DatabaseInput of(CreateDatabase database) {
        DatabaseInput.Builder input = DatabaseInput.builder().name(database.name());
        database.comment().ifPresent(input::description);
        database.location().ifPresent(input::locationUri);
        if (!database.properties().isEmpty()) {
            input.parameters(database.properties());
        }
        return input.build();
    }

    static TableInput of(CreateTable table) {
        Map<String, String> parameters = new HashMap<>(table.properties());
        parameters.put("EXTERNAL", "TRUE");
        TableInput.Builder input = TableInput.builder()
                .name(table.table().table())
                .tableType("EXTERNAL_TABLE")
                .parameters(parameters)
                .partitionKeys(columns(table.partitionColumns()))
                .storageDescriptor(s -> s
                        .columns(columns(table.columns()))
                        .location(table.location())
                        .inputFormat(table.storage().inputFormat())
                        .outputFormat(table.storage().outputFormat())
                        .serdeInfo(i -> i.serializationLibrary(table.storage().serde()).parameters(table.storage().serdeProperties())));
        table.comment().ifPresent(input::description);
        return input.build();
    }

    /** UpdateTable replaces a table whole, so all that is not changed is given back to it. */
    static TableInput of(Table table, HiveTable changed) {
        StorageDescriptor storage = table.storageDescriptor();
        return TableInput.builder()
                .name(table.name()).description(table.description()).owner(table.owner()).retention(table.retention())
                .storageDescriptor(storage == null ? null : storage.toBuilder().columns(columns(changed.columns())).build())
                .partitionKeys(table.partitionKeys()).tableType(table.tableType())
                .viewOriginalText(table.viewOriginalText()).viewExpandedText(table.viewExpandedText())
                .parameters(changed.parameters())
                .build();
    }

    static PartitionInput of(Table table, PartitionSpec partition) {
        List<String> keys = table.partitionKeys().stream().map(Column::name).toList();
        List<String> values = partition.inOrderOf(keys);
        StringBuilder ownPlace = new StringBuilder(table.storageDescriptor().location().replaceAll("/+$", ""));
        for (int i = 0; i < keys.size(); i++) {
            ownPlace.append('/').append(keys.get(i)).append('=').append(values.get(i));
        }
        String location = partition.location().orElseGet(ownPlace::toString);
        return PartitionInput.builder().values(values).storageDescriptor(table.storageDescriptor().toBuilder().location(location).build()).build();
    }

    static HiveTable hiveTable(Table table) {
        List<Column> columns = table.storageDescriptor() == null ? List.of() : table.storageDescriptor().columns();
        return new HiveTable(columns.stream().map(c -> new HiveColumn(c.name(), c.type(), Optional.ofNullable(c.comment()))).toList(), table.parameters());
    }

    private static List<Column> columns(List<HiveColumn> columns) {
        return columns.stream().map(c -> Column.builder().name(c.name()).type(c.type()).comment(c.comment().orElse(null)).build()).toList();
    }
}
