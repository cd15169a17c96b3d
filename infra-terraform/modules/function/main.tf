# One Lambda function with its own role, log group and the alias that everything calls.

data "aws_kms_alias" "this" {
  name = var.installation.key_alias
}

locals {
  image = var.image != null
  # What is written to buckets and queues is encrypted.
  writes = var.undelivered_queue_arn != null || anytrue([for grant in values(var.allow) : contains(grant.actions, "s3:PutObject")])
  # AWS has SnapStart for neither images nor a larger disk.
  starts_from_snapshot = !local.image && var.disk_mb == 512
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/lambda/${var.name}"
  retention_in_days = var.log_days
  kms_key_id        = data.aws_kms_alias.this.target_key_arn
}

resource "aws_iam_role" "this" {
  name        = var.name
  description = "Function ${var.name}."
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "this" {
  name = "work"
  role = aws_iam_role.this.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [
        {
          Sid      = "WriteItsLog"
          Effect   = "Allow"
          Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
          Resource = "${aws_cloudwatch_log_group.this.arn}:*"
        },
        {
          # X-Ray knows no resources.
          Sid      = "Trace"
          Effect   = "Allow"
          Action   = ["xray:PutTelemetryRecords", "xray:PutTraceSegments"]
          Resource = "*"
        },
        {
          # Its variables at least are to be decrypted.
          Sid      = "UseTheKey"
          Effect   = "Allow"
          Action   = local.writes ? ["kms:Decrypt", "kms:GenerateDataKey"] : ["kms:Decrypt"]
          Resource = data.aws_kms_alias.this.target_key_arn
        },
      ],
      [for sid, grant in var.allow : { Sid = sid, Effect = "Allow", Action = grant.actions, Resource = grant.resources }],
      [for queue in var.undelivered_queue_arn[*] : { Sid = "KeepWhatFailed", Effect = "Allow", Action = ["sqs:SendMessage"], Resource = [queue] }],
      [for network in var.network[*] : {
        # Lambda makes and removes interfaces of its own; EC2 knows no resources for asking after them.
        Sid      = "JoinTheNetwork"
        Effect   = "Allow"
        Action   = ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:DescribeNetworkInterfaces"]
        Resource = "*"
      }],
    )
  })
}

resource "aws_lambda_function" "this" {
  #checkov:skip=CKV_AWS_272:Jars and images come by one road only, the deploying role; signing would need a signer beside it that guards no other road
  function_name = var.name
  description   = var.description
  role          = aws_iam_role.this.arn
  architectures = ["x86_64"] # zstd's native code travels for this one only

  package_type     = local.image ? "Image" : "Zip"
  image_uri        = var.image
  filename         = var.jar
  source_code_hash = local.image ? null : filebase64sha256(var.jar)
  handler          = local.image ? null : "${var.handler}::handleRequest"
  runtime          = local.image ? null : "java21"

  memory_size                    = var.memory_mb
  timeout                        = var.timeout_seconds
  reserved_concurrent_executions = var.most_at_once
  kms_key_arn                    = data.aws_kms_alias.this.target_key_arn
  publish                        = true

  ephemeral_storage {
    size = var.disk_mb
  }

  environment {
    variables = merge(var.installation.environment, var.environment)
  }

  tracing_config {
    mode = "Active"
  }

  # Lines are JSON already; another wrapping would hide the metrics in them from CloudWatch.
  logging_config {
    log_format = "Text"
    log_group  = aws_cloudwatch_log_group.this.name
  }

  dynamic "snap_start" {
    for_each = local.starts_from_snapshot ? ["PublishedVersions"] : []

    content {
      apply_on = snap_start.value
    }
  }

  dynamic "dead_letter_config" {
    for_each = var.undelivered_queue_arn[*]

    content {
      target_arn = dead_letter_config.value
    }
  }

  dynamic "vpc_config" {
    for_each = var.network[*]

    content {
      subnet_ids         = vpc_config.value.subnet_ids
      security_group_ids = [vpc_config.value.security_group_id]
    }
  }

  depends_on = [aws_iam_role_policy.this]
}

resource "aws_lambda_alias" "live" {
  name             = "live"
  description      = "What the installation calls."
  function_name    = aws_lambda_function.this.function_name
  function_version = aws_lambda_function.this.version
}
