# The quality gate: rules are read before the first source is asked, and asked after the build.

module "check_rules" {
  source = "../../modules/function"

  name            = module.names.functions["check-rules"]
  description     = "Refuses quality rules that cannot be evaluated."
  installation    = local.installation
  handler         = local.own["check-rules"].handler
  jar             = local.jars["check-rules"]
  environment     = lookup(var.extra_environment, module.names.functions["check-rules"], {})
  memory_mb       = 1024
  timeout_seconds = 120
  log_days        = var.log_days

  allow = {}
}

module "check_quality" {
  source = "../../modules/function"

  name            = module.names.functions["check-quality"]
  description     = "Asks the quality rules, one query a table."
  installation    = local.installation
  handler         = local.own["check-quality"].handler
  jar             = local.jars["check-quality"]
  environment     = lookup(var.extra_environment, module.names.functions["check-quality"], {})
  memory_mb       = 1024
  timeout_seconds = 900
  log_days        = var.log_days

  allow = merge(local.ask_athena, local.fetch_rows, {
    ReadCatalog = {
      actions   = ["glue:GetDatabase", "glue:GetTable"]
      resources = distinct(flatten([for word in ["validated", "blue", "green"] : module.names.catalog_arns[word]]))
    }
    ReadPartitions = { actions = local.read_partitions, resources = module.names.catalog_arns["validated"] }
    FindTables = {
      actions   = ["s3:GetBucketLocation", "s3:ListBucket"]
      resources = [local.buckets["validated"], local.buckets["curated"], local.buckets["dq-results"]]
    }
    ReadTables  = { actions = ["s3:GetObject"], resources = ["${local.buckets["validated"]}/validated/*", "${local.buckets["curated"]}/curated/*"] }
    KeepResults = { actions = ["s3:GetObject", "s3:PutObject"], resources = ["${local.buckets["dq-results"]}/dq-results/quality_results/*"] }
  })
}
