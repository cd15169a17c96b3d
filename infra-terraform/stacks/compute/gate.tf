# The gate: one verdict for each object.

module "validate" {
  source = "../../modules/function"

  name            = module.names.functions["validate"]
  description     = "Judges each object and each row against its contract."
  installation    = local.installation
  handler         = local.own["validate"].handler
  jar             = local.jars["validate"]
  environment     = lookup(var.extra_environment, module.names.functions["validate"], {})
  memory_mb       = 3008
  timeout_seconds = 900
  disk_mb         = 10240 # the object, what is accepted and refused of it, and what spills
  log_days        = var.log_days

  allow = {
    List    = { actions = ["s3:ListBucket"], resources = [for zone in ["raw", "validated", "quarantine", "replay"] : local.buckets[zone]] }
    ReadRaw = { actions = ["s3:GetObject"], resources = ["${local.buckets["raw"]}/raw/*"] }
    Accept = {
      actions   = ["s3:GetObject", "s3:PutObject"]
      resources = ["${local.buckets["validated"]}/validated/*", "${local.buckets["validated"]}/fingerprints/*"]
    }
    Refuse = {
      actions   = ["s3:GetObject", "s3:PutObject"]
      resources = ["${local.buckets["quarantine"]}/quarantine/entries/*", "${local.buckets["quarantine"]}/quarantine/objects/*"]
    }
    ReadPlans = { actions = ["s3:GetObject"], resources = ["${local.buckets["replay"]}/replay/plans/*"] }
    # A transaction of puts is permitted as its puts.
    Commit   = { actions = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"], resources = [module.names.ledger_arn] }
    ReadSalt = { actions = ["secretsmanager:GetSecretValue"], resources = [module.names.secret_arns[module.names.says.pii_salt_secret]] }
  }
}
