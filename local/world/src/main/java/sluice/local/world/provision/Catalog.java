package sluice.local.world.provision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.lake.Zone;
import sluice.lake.catalog.KeptTable;
import sluice.lake.contract.Contract;
import sluice.local.world.Aws;
import sluice.local.world.Names;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.DeleteBehavior;
import software.amazon.awssdk.services.glue.model.S3Target;
import software.amazon.awssdk.services.glue.model.SerDeInfo;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.TableInput;
import software.amazon.awssdk.services.glue.model.UpdateBehavior;

/**
 * The Glue databases, one table per contract and the crawler over the validated zone. Tables come from the contracts,
 * not from the crawler, so that dbt finds every source even when an optional one never delivered a row.
 */
final class Catalog {
  private static final String PARQUET = "org.apache.hadoop.hive.ql.io.parquet.";
  private final GlueClient glue;

  private Catalog(GlueClient glue) {
    this.glue = glue;
  }

  static void provision(Aws aws, String role, List<Contract> contracts) {
    Catalog catalog = new Catalog(aws.client(GlueClient.builder()));
    for (String name : List.of(Names.VALIDATED_DATABASE, Names.CURATED_DATABASE, Names.BLUE_DATABASE, Names.GREEN_DATABASE,
        Names.QUARANTINE_DATABASE, Names.DQ_DATABASE)) {
      catalog.database(name);
    }
    contracts.forEach(contract -> catalog.table(Names.VALIDATED_DATABASE, validated(contract)));
    catalog.table(Names.QUARANTINE_DATABASE, kept(KeptTable.QUARANTINE_ENTRIES));
    catalog.table(Names.DQ_DATABASE, kept(KeptTable.QUALITY_RESULTS));
    catalog.crawler(role);
    AthenaClient athena = aws.client(AthenaClient.builder());
    if (athena.listWorkGroups(request -> request.maxResults(50)).workGroups().stream().noneMatch(group -> group.name().equals(Names.WORKGROUP))) {
      athena.createWorkGroup(request -> request.name(Names.WORKGROUP).configuration(group -> group
          .resultConfiguration(result -> result.outputLocation("s3://" + Names.bucket(Zone.ATHENA_RESULTS) + "/athena-results/"))));
    }
  }

  private void database(String name) {
    try {
      glue.createDatabase(request -> request.databaseInput(database -> database.name(name)));
    } catch (AlreadyExistsException e) {
      // Kept from an earlier start of this world.
      return;
    }
  }

  private static TableInput validated(Contract contract) {
    return parquet(contract.dataset().value(), contract.description(), contract.validatedColumns(),
        "s3://" + Names.bucket(Zone.VALIDATED) + "/" + Zone.VALIDATED.prefix() + contract.dataset() + "/",
        Map.of("contract_version", Integer.toString(contract.version())))
        .partitionKeys(string("ingest_date"), string("run_id"))
        .build();
  }

  private static TableInput kept(KeptTable table) {
    return parquet(table.name(), table.description(), table.columns(), "s3://" + Names.bucket(table.zone()) + "/" + table.prefix(), Map.of()).build();
  }

  private static TableInput.Builder parquet(String name, String description, List<String> columns, String location, Map<String, String> more) {
    Map<String, String> parameters = new HashMap<>(more);
    parameters.put("classification", "parquet");
    parameters.put("EXTERNAL", "TRUE");
    return TableInput.builder()
        .name(name)
        .description(description)
        .tableType("EXTERNAL_TABLE")
        .parameters(parameters)
        .storageDescriptor(StorageDescriptor.builder()
            .columns(columns.stream().map(Catalog::string).toList())
            .location(location)
            .inputFormat(PARQUET + "MapredParquetInputFormat")
            .outputFormat(PARQUET + "MapredParquetOutputFormat")
            .serdeInfo(SerDeInfo.builder()
                .serializationLibrary(PARQUET + "serde.ParquetHiveSerDe")
                .parameters(Map.of("serialization.format", "1"))
                .build())
            .build());
  }

  private void table(String database, TableInput table) {
    try {
      glue.createTable(request -> request.databaseName(database).tableInput(table));
    } catch (AlreadyExistsException e) {
      glue.updateTable(request -> request.databaseName(database).tableInput(table));
    }
  }

  private void crawler(String role) {
    try {
      glue.createCrawler(request -> request.name(Names.CRAWLER)
          .role(role)
          .databaseName(Names.VALIDATED_DATABASE)
          .targets(targets -> targets.s3Targets(S3Target.builder()
              .path("s3://" + Names.bucket(Zone.VALIDATED) + "/" + Zone.VALIDATED.prefix())
              .build()))
          .schemaChangePolicy(policy -> policy
              .updateBehavior(UpdateBehavior.UPDATE_IN_DATABASE)
              .deleteBehavior(DeleteBehavior.LOG)));
    } catch (AlreadyExistsException e) {
      // Kept from an earlier start of this world.
      return;
    }
  }

  private static Column string(String name) {
    return Column.builder().name(name).type("string").build();
  }
}
