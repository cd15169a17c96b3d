# The workflow, from the one file that laptops run too.

resource "aws_cloudwatch_log_group" "workflow" {
  # Names under vendedlogs keep the account's resource policy for logs short of its size limit.
  name              = "/aws/vendedlogs/states/${module.names.says.state_machine}"
  retention_in_days = var.log_days
  kms_key_id        = data.aws_kms_alias.this.target_key_arn
}

resource "aws_iam_role" "workflow" {
  name        = "${module.names.says.state_machine}-workflow"
  description = "The workflow."
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "states.amazonaws.com" }
      Condition = { StringEquals = { "aws:SourceAccount" = module.names.account_id } }
    }]
  })
}

locals {
  # What pipeline.asl.json calls, by its placeholder.
  stages = {
    validate_function_arn      = module.names.function_arns["validate"]
    receive_function_arn       = module.names.function_arns["receive"]
    check_rules_function_arn   = module.names.function_arns["check-rules"]
    check_quality_function_arn = module.names.function_arns["check-quality"]
    prepare_build_function_arn = module.names.function_arns["prepare-build"]
    publish_function_arn       = module.names.function_arns["publish"]
    record_run_function_arn    = module.names.function_arns["record-run"]
  }
}

resource "aws_iam_role_policy" "workflow" {
  name = "run"
  role = aws_iam_role.workflow.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "CallFunctions"
        Effect   = "Allow"
        Action   = "lambda:InvokeFunction"
        Resource = concat(values(module.names.extractor_arns), values(local.stages))
      },
      {
        Sid      = "Crawl"
        Effect   = "Allow"
        Action   = ["glue:GetCrawler", "glue:StartCrawler"]
        Resource = module.names.crawler_arn
      },
      {
        Sid      = "Build"
        Effect   = "Allow"
        Action   = ["codebuild:BatchGetBuilds", "codebuild:StartBuild", "codebuild:StopBuild"]
        Resource = module.names.build_project_arn
      },
      {
        # Step Functions hears of a build's end through a rule that it makes under this name.
        Sid      = "HearOfTheBuild"
        Effect   = "Allow"
        Action   = ["events:DescribeRule", "events:PutRule", "events:PutTargets"]
        Resource = "arn:${local.partition}:events:${module.names.region}:${module.names.account_id}:rule/StepFunctionsGetEventForCodeBuildStartBuildRule"
      },
      {
        Sid       = "Announce"
        Effect    = "Allow"
        Action    = "events:PutEvents"
        Resource  = "arn:${local.partition}:events:${module.names.region}:${module.names.account_id}:event-bus/default"
        Condition = { StringEquals = { "events:source" = "sluice" } }
      },
      {
        Sid      = "SendNotices"
        Effect   = "Allow"
        Action   = "sns:Publish"
        Resource = module.names.notices_topic_arn
      },
      {
        Sid      = "UseTheKey"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = data.aws_kms_alias.this.target_key_arn
      },
      {
        # Log delivery and X-Ray know no resources.
        Sid    = "LogAndTrace"
        Effect = "Allow"
        Action = [
          "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies",
          "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
          "xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments",
        ]
        Resource = "*"
      },
    ]
  })
}

resource "aws_sfn_state_machine" "this" {
  name     = module.names.says.state_machine
  type     = "STANDARD"
  role_arn = aws_iam_role.workflow.arn

  definition = templatefile("${path.module}/../../../statemachine/pipeline.asl.json", merge(local.stages, {
    extractors = jsonencode([for source, its in module.names.sources : {
      source      = source
      required    = its.required
      functionArn = module.names.extractor_arns[source]
    }])
    crawler_name       = module.names.says.crawler
    build_project_name = aws_codebuild_project.dbt.name
    notices_topic_arn  = module.names.notices_topic_arn
  }))

  logging_configuration {
    log_destination        = "${aws_cloudwatch_log_group.workflow.arn}:*"
    include_execution_data = true # names and counts; rows never pass through the workflow
    level                  = "ERROR"
  }

  tracing_configuration {
    enabled = true
  }

  depends_on = [
    aws_iam_role_policy.workflow,
    module.extract, module.validate, module.receive, module.check_rules, module.check_quality,
    module.prepare_build, module.publish, module.record_run,
  ]
}

output "state_machine_arn" {
  description = "The workflow, for whoever starts a run."
  value       = aws_sfn_state_machine.this.arn
}
