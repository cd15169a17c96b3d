package sluice.cli;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import sluice.lake.Buckets;
import sluice.lake.DatasetName;
import sluice.lake.PartitionKey;
import sluice.lake.Zone;
import sluice.local.world.Names;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.Table;

/** Gives partitions in the catalogue the columns of their table: a crawler had noted those of the files as they were. */
final class PartitionCatalog {
  private final GlueClient glue;
  private final Buckets buckets;

  PartitionCatalog(GlueClient glue, Buckets buckets) {
    this.glue = glue;
    this.buckets = buckets;
  }

  /** @return how many partitions these validated objects lie in, all of which the catalogue now has as the table has them */
  int refresh(DatasetName dataset, Collection<String> keys) {
    Set<PartitionKey> partitions = keys.stream().flatMap(key -> PartitionKey.of(key).stream()).collect(Collectors.toSet());
    if (partitions.isEmpty()) {
      return 0;
    }
    Table table = glue.getTable(get -> get.databaseName(Names.VALIDATED_DATABASE).name(dataset.value())).table();
    partitions.forEach(partition -> refresh(table, partition));
    return partitions.size();
  }

  private void refresh(Table table, PartitionKey partition) {
    List<String> values = List.of(partition.ingestDate().toString(), partition.runId().value());
    String location = "s3://" + buckets.of(Zone.VALIDATED) + "/" + partition.prefix(Zone.VALIDATED);
    PartitionInput input = PartitionInput.builder().values(values)
        .storageDescriptor(table.storageDescriptor().toBuilder().location(location).build()).build();
    try {
      glue.createPartition(create -> create.databaseName(table.databaseName()).tableName(table.name()).partitionInput(input));
    } catch (AlreadyExistsException known) {
      glue.updatePartition(update -> update.databaseName(table.databaseName()).tableName(table.name())
          .partitionValueList(values).partitionInput(input));
    }
  }
}
