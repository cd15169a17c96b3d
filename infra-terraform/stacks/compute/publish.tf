# The publisher: a slot to build in, the move of the readers' views, and the run's record.

locals {
  # Views are of Iceberg tables, whose columns are in a file beside their data.
  move_views = merge(local.ask_athena, {
    ReadSlots = {
      actions   = local.read_tables
      resources = distinct(concat(module.names.catalog_arns["blue"], module.names.catalog_arns["green"]))
    }
    ReplaceViews = {
      actions   = ["glue:CreateTable", "glue:GetDatabase", "glue:GetTable", "glue:UpdateTable"]
      resources = module.names.catalog_arns["curated"]
    }
    FindTables = { actions = ["s3:GetBucketLocation", "s3:ListBucket"], resources = [local.buckets["curated"]] }
    ReadTables = { actions = ["s3:GetObject"], resources = ["${local.buckets["curated"]}/curated/*"] }
    Remember   = { actions = ["dynamodb:GetItem", "dynamodb:PutItem"], resources = [module.names.ledger_arn] }
  })
}

module "prepare_build" {
  source = "../../modules/function"

  name            = module.names.functions["prepare-build"]
  description     = "Takes the build's lock and the slot that no reader sees."
  installation    = local.installation
  handler         = local.own["prepare-build"].handler
  jar             = local.jars["prepare-build"]
  environment     = lookup(var.extra_environment, module.names.functions["prepare-build"], {})
  memory_mb       = 1024
  timeout_seconds = 300
  log_days        = var.log_days

  allow = merge(local.move_views, {
    LookAtRuns = { actions = ["states:DescribeExecution"], resources = [module.names.executions_arn] }
  })
}

module "publish" {
  source = "../../modules/function"

  name            = module.names.functions["publish"]
  description     = "Moves the readers' views to what the run built."
  installation    = local.installation
  handler         = local.own["publish"].handler
  jar             = local.jars["publish"]
  environment     = lookup(var.extra_environment, module.names.functions["publish"], {})
  memory_mb       = 1024
  timeout_seconds = 300
  log_days        = var.log_days

  allow = merge(local.move_views, local.fetch_rows)
}

module "record_run" {
  source = "../../modules/function"

  name            = module.names.functions["record-run"]
  description     = "Records how the run ended and gives the build's lock back."
  installation    = local.installation
  handler         = local.own["record-run"].handler
  jar             = local.jars["record-run"]
  environment     = lookup(var.extra_environment, module.names.functions["record-run"], {})
  memory_mb       = 1024
  timeout_seconds = 300
  log_days        = var.log_days

  allow = {
    List             = { actions = ["s3:ListBucket"], resources = [local.buckets["dq-results"], local.buckets["replay"]] }
    KeepRecord       = { actions = ["s3:GetObject", "s3:PutObject"], resources = ["${local.buckets["dq-results"]}/dq-results/runs/*"] }
    SummariseReplays = { actions = ["s3:GetObject", "s3:PutObject"], resources = ["${local.buckets["replay"]}/manifests/*"] }
    Ledger           = { actions = ["dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:Query"], resources = [module.names.ledger_arn] }
    MeasureRun       = { actions = ["states:GetExecutionHistory"], resources = [module.names.executions_arn] }
  }
}
