# The way in that objects in the landing bucket open: an event each, a queue that gathers bursts, one run for many files.

variable "burst_seconds" {
  description = "How long the queue gathers before a run starts: many small files, one run."
  type        = number
  default     = 60
}

variable "sweep_schedule" {
  description = "How often objects are looked for whose event was lost."
  type        = string
  default     = "rate(1 hour)"
}

resource "aws_sqs_queue" "landed" {
  name = module.names.says.landed_queue
  # Six times the function's limit, or a slow call's messages would be delivered again while it works.
  visibility_timeout_seconds        = 1800
  message_retention_seconds         = 1209600
  kms_master_key_id                 = data.aws_kms_alias.this.target_key_arn
  kms_data_key_reuse_period_seconds = 300
  redrive_policy = jsonencode({
    deadLetterTargetArn = module.names.queue_arns[module.names.says.landed_dead_queue]
    maxReceiveCount     = 5
  })

  depends_on = [aws_sqs_queue.landed_dead]
}

resource "aws_sqs_queue" "landed_dead" {
  name                              = module.names.says.landed_dead_queue
  message_retention_seconds         = 1209600
  kms_master_key_id                 = data.aws_kms_alias.this.target_key_arn
  kms_data_key_reuse_period_seconds = 300
}

resource "aws_sqs_queue_policy" "landed" {
  queue_url = aws_sqs_queue.landed.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "LandedObjects"
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.landed.arn
      Condition = { ArnEquals = { "aws:SourceArn" = aws_cloudwatch_event_rule.landed.arn } }
    }]
  })
}

# The whole bucket, not a rule for each dataset: what lies under no dataset's name must be refused with a note, not overlooked.
resource "aws_cloudwatch_event_rule" "landed" {
  name        = module.names.says.landed_rule
  description = "Objects that producers drop."
  event_pattern = jsonencode({
    source      = ["aws.s3"]
    detail-type = ["Object Created"]
    detail      = { bucket = { name = [module.names.buckets["landing"]] } }
  })
}

resource "aws_cloudwatch_event_target" "landed" {
  rule      = aws_cloudwatch_event_rule.landed.name
  target_id = module.names.says.landed_rule
  arn       = module.names.queue_arns[module.names.says.landed_queue]

  dead_letter_config {
    arn = local.undelivered
  }
}

resource "aws_lambda_event_source_mapping" "landed" {
  event_source_arn                   = module.names.queue_arns[module.names.says.landed_queue]
  function_name                      = module.names.function_arns["intake"]
  batch_size                         = 1000
  maximum_batching_window_in_seconds = var.burst_seconds
  function_response_types            = ["ReportBatchItemFailures"]

  depends_on = [aws_sqs_queue.landed, module.intake]
}

locals {
  # Both take objects in: they look at versions, put the batch into raw, claim, and start the run. That something is not there is told
  # only to those who may list.
  take_in = {
    List         = { actions = ["s3:ListBucket"], resources = [local.buckets["landing"], local.buckets["quarantine"]] }
    LookAtLanded = { actions = ["s3:GetObjectVersion"], resources = ["${local.buckets["landing"]}/*"] }
    NameTheBatch = { actions = ["s3:GetObject", "s3:PutObject"], resources = ["${local.buckets["raw"]}/raw/_batches/*"] }
    NoteRefusals = {
      actions   = ["s3:GetObject", "s3:PutObject"]
      resources = ["${local.buckets["quarantine"]}/quarantine/unknown/*", "${local.buckets["quarantine"]}/quarantine/missing/*"]
    }
    Claim = { actions = ["dynamodb:GetItem", "dynamodb:PutItem"], resources = [module.names.ledger_arn] }
    Start = { actions = ["states:StartExecution"], resources = [module.names.state_machine_arn] }
    # A start whose answer was lost is resolved by looking at the execution.
    LookAtRuns = { actions = ["states:DescribeExecution"], resources = [module.names.executions_arn] }
  }
}

module "intake" {
  source = "../../modules/function"

  name            = module.names.functions["intake"]
  description     = "Takes in objects that landed: claims them and starts their run."
  installation    = local.installation
  handler         = local.own["intake"].handler
  jar             = local.jars["intake"]
  environment     = lookup(var.extra_environment, module.names.functions["intake"], {})
  memory_mb       = 1024
  timeout_seconds = 300
  log_days        = var.log_days

  allow = merge(local.take_in, {
    TakeFromTheQueue = {
      actions   = ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"]
      resources = [module.names.queue_arns[module.names.says.landed_queue]]
    }
  })
}

module "sweep" {
  source = "../../modules/function"

  name                  = module.names.functions["sweep"]
  description           = "Takes in objects whose event was lost."
  installation          = local.installation
  handler               = local.own["sweep"].handler
  jar                   = local.jars["sweep"]
  environment           = lookup(var.extra_environment, module.names.functions["sweep"], {})
  memory_mb             = 1024
  timeout_seconds       = 900
  log_days              = var.log_days
  undelivered_queue_arn = local.undelivered

  allow = merge(local.take_in, {
    FindVersions = { actions = ["s3:ListBucketVersions"], resources = [local.buckets["landing"]] }
  })
}

module "receive" {
  source = "../../modules/function"

  name            = module.names.functions["receive"]
  description     = "Copies a run's landed objects to raw and names them in manifests."
  installation    = local.installation
  handler         = local.own["receive"].handler
  jar             = local.jars["receive"]
  environment     = lookup(var.extra_environment, module.names.functions["receive"], {})
  memory_mb       = 1769
  timeout_seconds = 900
  disk_mb         = 10240 # a landed file passes over the disk
  log_days        = var.log_days

  allow = {
    List        = { actions = ["s3:ListBucket"], resources = [local.buckets["landing"], local.buckets["raw"], local.buckets["quarantine"]] }
    ReadLanded  = { actions = ["s3:GetObjectVersion"], resources = ["${local.buckets["landing"]}/*"] }
    WriteRaw    = { actions = ["s3:GetObject", "s3:PutObject"], resources = ["${local.buckets["raw"]}/raw/*"] }
    NoteMissing = { actions = ["s3:GetObject", "s3:PutObject"], resources = ["${local.buckets["quarantine"]}/quarantine/missing/*"] }
    Claim       = { actions = ["dynamodb:GetItem", "dynamodb:PutItem"], resources = [module.names.ledger_arn] }
  }
}
