mock_provider "aws" {
  source = "../../mocks"
}

variables {
  name             = "sluice-raw-test"
  key_arn          = "arn:aws:kms:eu-central-1:000000000000:key/11111111-2222-3333-4444-555555555555"
  classification   = "confidential"
  old_version_days = 30
}

run "private_encrypted_versioned" {
  module {
    source = "../../modules/bucket"
  }

  assert {
    condition     = aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled"
    error_message = "Expected versions."
  }

  assert {
    condition     = one(one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default).sse_algorithm == "aws:kms" && one(aws_s3_bucket_server_side_encryption_configuration.this.rule).bucket_key_enabled
    error_message = "Expected SSE-KMS with a bucket key."
  }

  assert {
    condition     = aws_s3_bucket_public_access_block.this.block_public_acls && aws_s3_bucket_public_access_block.this.block_public_policy && aws_s3_bucket_public_access_block.this.ignore_public_acls && aws_s3_bucket_public_access_block.this.restrict_public_buckets
    error_message = "Expected no public access of any kind."
  }

  assert {
    condition     = one(aws_s3_bucket_ownership_controls.this.rule).object_ownership == "BucketOwnerEnforced"
    error_message = "Expected no ACLs."
  }

  assert {
    condition     = length(aws_s3_bucket_lifecycle_configuration.this.rule[0].expiration) == 0 && aws_s3_bucket_lifecycle_configuration.this.rule[0].noncurrent_version_expiration[0].noncurrent_days == 30
    error_message = "Expected objects to stay and old versions to go after 30 days."
  }

  assert {
    condition     = length(aws_s3_bucket_notification.this) == 0 && length(jsondecode(aws_s3_bucket_policy.this.policy).Statement) == 1
    error_message = "Expected neither events nor more than the TLS rule unless asked for."
  }
}

run "create_only" {
  module {
    source = "../../modules/bucket"
  }

  variables {
    create_only     = true
    expiration_days = 30
  }

  assert {
    condition = [for statement in jsondecode(aws_s3_bucket_policy.this.policy).Statement : "${statement.Effect} ${jsonencode(statement.Action)}"] == [
      "Deny \"s3:*\"", "Deny \"s3:PutObject\"", "Deny [\"s3:DeleteObject\",\"s3:DeleteObjectVersion\"]",
    ]
    error_message = "Expected overwriting and deleting to be denied to everybody."
  }

  assert {
    condition     = jsondecode(aws_s3_bucket_policy.this.policy).Statement[1].Condition.Null["s3:if-none-match"] == "true"
    error_message = "Expected a write without If-None-Match to be denied."
  }

  assert {
    condition     = aws_s3_bucket_lifecycle_configuration.this.rule[0].expiration[0].days == 30
    error_message = "Expected objects to expire after 30 days."
  }
}

run "refuses_an_unknown_classification" {
  command = plan

  module {
    source = "../../modules/bucket"
  }

  variables {
    classification = "secret"
  }

  expect_failures = [var.classification]
}
