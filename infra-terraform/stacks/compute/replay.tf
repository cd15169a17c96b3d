# The way in that manifests in the replay bucket open.

resource "aws_cloudwatch_event_rule" "replay" {
  name        = module.names.says.replay_rule
  description = "Manifests that ask for a replay."
  event_pattern = jsonencode({
    source      = ["aws.s3"]
    detail-type = ["Object Created"]
    detail = {
      bucket = { name = [module.names.buckets["replay"]] }
      object = { key = [{ prefix = "manifests/" }] }
    }
  })
}

resource "aws_cloudwatch_event_target" "replay" {
  rule      = aws_cloudwatch_event_rule.replay.name
  target_id = module.names.says.replay_rule
  arn       = module.names.function_arns["dispatch-replay"]

  dead_letter_config {
    arn = local.undelivered
  }
}

resource "aws_lambda_permission" "replay" {
  statement_id  = "replay-manifests"
  action        = "lambda:InvokeFunction"
  function_name = module.dispatch_replay.name
  qualifier     = module.dispatch_replay.alias
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.replay.arn
}

module "dispatch_replay" {
  source = "../../modules/function"

  name                  = module.names.functions["dispatch-replay"]
  description           = "Plans a replay and starts its run."
  installation          = local.installation
  handler               = local.own["dispatch-replay"].handler
  jar                   = local.jars["dispatch-replay"]
  environment           = lookup(var.extra_environment, module.names.functions["dispatch-replay"], {})
  memory_mb             = 1024
  timeout_seconds       = 900
  log_days              = var.log_days
  undelivered_queue_arn = local.undelivered

  allow = {
    List = { actions = ["s3:ListBucket"], resources = [local.buckets["replay"], local.buckets["raw"]] }
    PlanAndAnswer = {
      actions   = ["s3:GetObject", "s3:PutObject"]
      resources = ["${local.buckets["replay"]}/manifests/*", "${local.buckets["replay"]}/replay/plans/*"]
    }
    ReadManifests = { actions = ["s3:GetObject"], resources = ["${local.buckets["raw"]}/raw/*"] }
    LookUp        = { actions = ["dynamodb:GetItem", "dynamodb:Query"], resources = [module.names.ledger_arn] }
    Start         = { actions = ["states:StartExecution"], resources = [module.names.state_machine_arn] }
    LookAtRuns    = { actions = ["states:DescribeExecution"], resources = [module.names.executions_arn] }
  }
}
