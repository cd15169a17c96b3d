# The one key that everything at rest is encrypted with.

locals {
  # Spelled out: with these the account's IAM policies decide, and nobody is locked out of the key.
  key_administration = [
    "kms:CancelKeyDeletion", "kms:CreateAlias", "kms:CreateGrant", "kms:DeleteAlias", "kms:DescribeKey", "kms:DisableKey",
    "kms:EnableKey", "kms:EnableKeyRotation", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListAliases",
    "kms:ListGrants", "kms:ListKeyPolicies", "kms:ListResourceTags", "kms:PutKeyPolicy", "kms:RevokeGrant",
    "kms:RotateKeyOnDemand", "kms:ScheduleKeyDeletion", "kms:TagResource", "kms:UntagResource", "kms:UpdateAlias",
    "kms:UpdateKeyDescription",
  ]
  key_use = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"]
}

resource "aws_kms_key" "this" {
  description             = "Sluice: data, logs, queues and secrets at rest"
  enable_key_rotation     = true
  deletion_window_in_days = 30

  # Resource * is this key: a key's policy can name nothing else.
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "AccountDecidesByIam"
        Effect    = "Allow"
        Principal = { AWS = "arn:${module.names.partition}:iam::${module.names.account_id}:root" }
        Action    = distinct(concat(local.key_administration, local.key_use))
        Resource  = "*"
      },
      {
        Sid       = "LogGroups"
        Effect    = "Allow"
        Principal = { Service = "logs.${module.names.region}.amazonaws.com" }
        Action    = local.key_use
        Resource  = "*"
        Condition = { ArnLike = { "kms:EncryptionContext:aws:logs:arn" = "arn:${module.names.partition}:logs:${module.names.region}:${module.names.account_id}:log-group:*" } }
      },
      {
        Sid       = "EventsAndAlarms"
        Effect    = "Allow"
        Principal = { Service = ["events.amazonaws.com", "cloudwatch.amazonaws.com"] }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource  = "*"
        Condition = { StringEquals = { "aws:SourceAccount" = module.names.account_id } }
      },
    ]
  })
}

resource "aws_kms_alias" "this" {
  name          = module.names.key_alias
  target_key_id = aws_kms_key.this.key_id
}
