# A private, versioned, encrypted bucket for one zone.

resource "aws_s3_bucket" "this" {
  #checkov:skip=CKV_AWS_18:Who read what is a question for CloudTrail, for which an account has its own trail; server access logs would be a ninth bucket to guard
  #checkov:skip=CKV_AWS_144:Sources can be asked again and raw replayed; a second region doubles the cost of what can be made again
  bucket        = var.name
  force_destroy = var.force_destroy
  tags          = { Classification = var.classification }
}

resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    # One call to KMS for many objects, not one for each: the difference is most of a small installation's KMS bill.
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = var.key_arn
    }
  }
}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket = aws_s3_bucket.this.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    id     = "housekeeping"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = var.old_version_days
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }

    dynamic "expiration" {
      for_each = var.expiration_days[*]

      content {
        days = expiration.value
      }
    }
  }

  depends_on = [aws_s3_bucket_versioning.this]
}

resource "aws_s3_bucket_notification" "this" {
  count = var.tells_of_new_objects ? 1 : 0

  bucket      = aws_s3_bucket.this.id
  eventbridge = true
}

locals {
  encrypted_transport_only = {
    Sid       = "EncryptedTransportOnly"
    Effect    = "Deny"
    Principal = "*"
    Action    = "s3:*"
    Resource  = [aws_s3_bucket.this.arn, "${aws_s3_bucket.this.arn}/*"]
    Condition = { Bool = { "aws:SecureTransport" = "false" } }
  }

  # Lifecycle rules are no principal: retention still works. Parts of a multipart upload carry no If-None-Match; its end does.
  create_only = [
    {
      Sid       = "CreateOnly"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:PutObject"
      Resource  = "${aws_s3_bucket.this.arn}/*"
      Condition = {
        Null = { "s3:if-none-match" = "true" }
        Bool = { "s3:ObjectCreationOperation" = "true" }
      }
    },
    {
      Sid       = "NobodyDeletes"
      Effect    = "Deny"
      Principal = "*"
      Action    = ["s3:DeleteObject", "s3:DeleteObjectVersion"]
      Resource  = "${aws_s3_bucket.this.arn}/*"
    },
  ]
}

resource "aws_s3_bucket_policy" "this" {
  bucket = aws_s3_bucket.this.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = concat([local.encrypted_transport_only], [for statement in local.create_only : statement if var.create_only])
  })

  depends_on = [aws_s3_bucket_public_access_block.this]
}
