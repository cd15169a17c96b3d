# dbt in CodeBuild: the image holds the project, the buildspec is the one that laptops run.

resource "aws_cloudwatch_log_group" "build" {
  name              = "/aws/codebuild/${module.names.says.build_project}"
  retention_in_days = var.log_days
  kms_key_id        = data.aws_kms_alias.this.target_key_arn
}

resource "aws_iam_role" "build" {
  name        = module.names.says.build_project
  description = "dbt's builds."
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "codebuild.amazonaws.com" }
      Condition = { StringEquals = { "aws:SourceAccount" = module.names.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "build" {
  name = "build"
  role = aws_iam_role.build.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Ask"
        Effect   = "Allow"
        Action   = ["athena:GetQueryExecution", "athena:GetQueryResults", "athena:GetWorkGroup", "athena:StartQueryExecution", "athena:StopQueryExecution"]
        Resource = module.names.workgroup_arn
      },
      {
        Sid      = "ReadSources"
        Effect   = "Allow"
        Action   = concat(local.read_tables, local.read_partitions)
        Resource = module.names.catalog_arns["validated"]
      },
      {
        Sid      = "FindDefault"
        Effect   = "Allow"
        Action   = "glue:GetDatabase"
        Resource = local.default_database
      },
      {
        Sid    = "BuildSlots"
        Effect = "Allow"
        Action = concat(local.read_tables, [
          "glue:CreateTable", "glue:DeleteTable", "glue:DeleteTableVersion",
          "glue:GetTableVersions", "glue:UpdateTable",
        ])
        Resource = distinct(concat(module.names.catalog_arns["blue"], module.names.catalog_arns["green"]))
      },
      {
        # dbt looks which databases there are; Glue lists all or refuses.
        Sid    = "ListDatabases"
        Effect = "Allow"
        Action = "glue:GetDatabases"
        Resource = [
          "arn:${local.partition}:glue:${module.names.region}:${module.names.account_id}:catalog",
          "arn:${local.partition}:glue:${module.names.region}:${module.names.account_id}:database/*",
        ]
      },
      {
        Sid      = "FindTables"
        Effect   = "Allow"
        Action   = ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"]
        Resource = [for zone in ["validated", "curated", "athena-results"] : local.buckets[zone]]
      },
      {
        Sid      = "ReadTables"
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = "${local.buckets["validated"]}/validated/*"
      },
      {
        Sid      = "WriteTables"
        Effect   = "Allow"
        Action   = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"]
        Resource = ["${local.buckets["curated"]}/curated/*", "${local.buckets["athena-results"]}/athena-results/*"]
      },
      {
        Sid      = "KeepResults"
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${local.buckets["dq-results"]}/dq-results/dbt/*"
      },
      {
        Sid      = "UseTheKey"
        Effect   = "Allow"
        Action   = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource = data.aws_kms_alias.this.target_key_arn
      },
      {
        Sid      = "WriteItsLog"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "${aws_cloudwatch_log_group.build.arn}:*"
      },
      {
        Sid      = "PullImage"
        Effect   = "Allow"
        Action   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Resource = module.names.image_arns["dbt"]
      },
      {
        # ECR gives a token for the whole registry; AWS knows no resource for it.
        Sid      = "LogInToImages"
        Effect   = "Allow"
        Action   = "ecr:GetAuthorizationToken"
        Resource = "*"
      },
    ]
  })
}

resource "aws_codebuild_project" "dbt" {
  name           = module.names.says.build_project
  description    = "Builds and tests the marts in the slot that the workflow names."
  service_role   = aws_iam_role.build.arn
  encryption_key = data.aws_kms_alias.this.target_key_arn
  build_timeout  = 60

  source {
    type      = "NO_SOURCE"
    buildspec = file("${path.module}/../../../dbt/buildspec.yml")
  }

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    type                        = "LINUX_CONTAINER"
    compute_type                = "BUILD_GENERAL1_SMALL"
    image                       = "${module.names.image_addresses["dbt"]}:${var.image_tag}"
    image_pull_credentials_type = "SERVICE_ROLE"

    dynamic "environment_variable" {
      for_each = { for name in [
        "SLUICE_ATHENA_RESULTS_BUCKET", "SLUICE_ATHENA_WORKGROUP", "SLUICE_CURATED_BUCKET", "SLUICE_DQ_RESULTS_BUCKET",
      ] : name => local.installation.environment[name] }

      content {
        name  = environment_variable.key
        value = environment_variable.value
      }
    }
  }

  logs_config {
    cloudwatch_logs {
      group_name = aws_cloudwatch_log_group.build.name
    }
  }

  depends_on = [aws_iam_role_policy.build]
}
