# A Glue table for each contract, so that dbt finds every source even when an optional one never delivered a row, and those
# that the pipeline itself keeps. Every column is text: what a row said stays readable, dbt casts.

locals {
  says = module.names.says

  tables = merge(
    { for dataset, contract in module.names.contracts : dataset => {
      database    = module.names.databases["validated"]
      description = contract.description
      location    = "s3://${module.names.buckets["validated"]}/validated/${dataset}/"
      columns     = concat([for column in contract.columns : column.name], local.says.carried)
      partitions  = ["ingest_date", "run_id"]
      parameters  = { contract_version = tostring(contract.version) }
    } },
    { for name, table in local.says.kept_tables : name => {
      database    = module.names.databases[table.database]
      description = table.description
      location    = "s3://${module.names.buckets[table.zone]}/${table.prefix}"
      columns     = table.columns
      partitions  = []
      parameters  = {}
    } },
  )
}

resource "aws_glue_catalog_table" "this" {
  for_each = local.tables

  database_name = each.value.database
  name          = each.key
  description   = each.value.description
  table_type    = "EXTERNAL_TABLE"
  parameters    = merge({ classification = "parquet", EXTERNAL = "TRUE" }, each.value.parameters)

  storage_descriptor {
    location      = each.value.location
    input_format  = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat"
    output_format = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat"

    ser_de_info {
      serialization_library = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"
      parameters            = { "serialization.format" = "1" }
    }

    dynamic "columns" {
      for_each = each.value.columns

      content {
        name = columns.value
        type = "string"
      }
    }
  }

  dynamic "partition_keys" {
    for_each = each.value.partitions

    content {
      name = partition_keys.value
      type = "string"
    }
  }

  # The crawler keeps notes of its own beside ours.
  lifecycle {
    ignore_changes = [parameters["CrawlerSchemaDeserializerVersion"], parameters["CrawlerSchemaSerializerVersion"]]
  }
}
