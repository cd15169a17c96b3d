# Glue's databases and the crawler that adds each run's partitions. Tables follow from the contracts: stack contracts.

resource "aws_glue_catalog_database" "this" {
  for_each = module.names.databases

  name = each.value
}

resource "aws_iam_role" "crawler" {
  name        = "${module.names.says.crawler}-crawler"
  description = "The crawler over the validated zone."
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "glue.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "crawler" {
  name = "crawl"
  role = aws_iam_role.crawler.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "ListValidated"
        Effect   = "Allow"
        Action   = ["s3:GetBucketLocation", "s3:ListBucket"]
        Resource = module.names.bucket_arns["validated"]
      },
      {
        Sid      = "ReadValidated"
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = "${module.names.bucket_arns["validated"]}/validated/*"
      },
      {
        Sid    = "AddPartitions"
        Effect = "Allow"
        Action = [
          "glue:BatchCreatePartition", "glue:BatchGetPartition", "glue:BatchUpdatePartition", "glue:CreateTable",
          "glue:GetDatabase", "glue:GetPartition", "glue:GetPartitions", "glue:GetTable", "glue:GetTables", "glue:UpdatePartition",
          "glue:UpdateTable",
        ]
        Resource = module.names.catalog_arns["validated"]
      },
      {
        Sid      = "Decrypt"
        Effect   = "Allow"
        Action   = "kms:Decrypt"
        Resource = aws_kms_key.this.arn
      },
      {
        Sid      = "EncryptLogs"
        Effect   = "Allow"
        Action   = ["logs:AssociateKmsKey", "logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "arn:${module.names.partition}:logs:${module.names.region}:${module.names.account_id}:log-group:/aws-glue/crawlers*"
      },
    ]
  })
}

resource "aws_glue_security_configuration" "this" {
  name = "sluice"

  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "SSE-KMS"
      kms_key_arn                = aws_kms_key.this.arn
    }

    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "CSE-KMS"
      kms_key_arn                   = aws_kms_key.this.arn
    }

    s3_encryption {
      s3_encryption_mode = "SSE-KMS"
      kms_key_arn        = aws_kms_key.this.arn
    }
  }
}

# Glue's own defaults are spelled out, so that nothing changes when they do.
resource "aws_glue_crawler" "validated" {
  name                   = module.names.says.crawler
  description            = "Adds each run's partitions; the workflow starts it and waits for it."
  database_name          = aws_glue_catalog_database.this["validated"].name
  role                   = aws_iam_role.crawler.arn
  security_configuration = aws_glue_security_configuration.this.name

  s3_target {
    path = "s3://${module.names.buckets["validated"]}/validated/"
  }

  schema_change_policy {
    update_behavior = "UPDATE_IN_DATABASE"
    delete_behavior = "LOG"
  }

  recrawl_policy {
    recrawl_behavior = "CRAWL_EVERYTHING"
  }

  lineage_configuration {
    crawler_lineage_settings = "DISABLE"
  }

  # A table is a dataset: the bucket is level 1, validated/ level 2, validated/<dataset>/ level 3.
  configuration = jsonencode({
    Version       = 1.0
    Grouping      = { TableGroupingPolicy = "CombineCompatibleSchemas", TableLevelConfiguration = 3 }
    CrawlerOutput = { Partitions = { AddOrUpdateBehavior = "InheritFromTable" } }
  })

  depends_on = [aws_iam_role_policy.crawler]
}
