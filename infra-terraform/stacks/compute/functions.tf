# What all functions share.

variable "jars" {
  description = "The folder of the checkout that was built: a room's jar is <jars>/<room>/target/<room>-lambda.jar."
  type        = string
  default     = "../../.."
}

variable "image_tag" {
  description = "The tag of the images, which is the commit they were built from."
  type        = string
}

variable "log_days" {
  description = "Days until log lines are gone."
  type        = number
  default     = 365
}

variable "extra_environment" {
  description = "Further environment variables by function name, such as a proxy's."
  type        = map(map(string))
  default     = {}
}

locals {
  partition = module.names.partition
  buckets   = module.names.bucket_arns
  own       = module.names.says.functions

  installation = {
    key_alias = module.names.key_alias
    environment = merge(
      { for zone, bucket in module.names.buckets : "SLUICE_${upper(replace(zone, "-", "_"))}_BUCKET" => bucket },
      {
        SLUICE_LEDGER_TABLE      = module.names.says.ledger
        SLUICE_ATHENA_WORKGROUP  = module.names.says.workgroup
        SLUICE_CURATED_DATABASE  = module.names.databases["curated"]
        SLUICE_NOTICES_TOPIC_ARN = module.names.notices_topic_arn
        SLUICE_STATE_MACHINE_ARN = module.names.state_machine_arn
      },
    )
  }

  jars = { for word, function in local.own : word => "${var.jars}/${function.room}/target/${function.room}-lambda.jar" }

  undelivered = module.names.queue_arns[module.names.says.undelivered_queue]

  # To ask Athena: the workgroup, the bucket that holds its answers, and the database that it looks at before all others.
  ask_athena = {
    Ask = {
      actions   = ["athena:GetQueryExecution", "athena:StartQueryExecution"]
      resources = [module.names.workgroup_arn]
    }
    FindDefault = { actions = ["glue:GetDatabase"], resources = local.default_database }
    FindAnswers = {
      actions   = ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"]
      resources = [local.buckets["athena-results"]]
    }
    KeepAnswers = {
      actions   = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"]
      resources = ["${local.buckets["athena-results"]}/athena-results/*"]
    }
  }

  # Statements that only change the catalogue have no rows to fetch.
  fetch_rows = { FetchRows = { actions = ["athena:GetQueryResults"], resources = [module.names.workgroup_arn] } }

  # Readers of views and of Iceberg tables need no partitions: an Iceberg table keeps its own in its bucket.
  read_tables     = ["glue:GetDatabase", "glue:GetTable", "glue:GetTables"]
  read_partitions = ["glue:BatchGetPartition", "glue:GetPartitions"]
  default_database = [for resource in ["catalog", "database/default"] :
    "arn:${local.partition}:glue:${module.names.region}:${module.names.account_id}:${resource}"
  ]
}

data "aws_kms_alias" "this" {
  name = module.names.key_alias
}
