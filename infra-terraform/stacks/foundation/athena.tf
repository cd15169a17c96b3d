# Where dbt, the functions and analysts ask.

variable "query_scan_limit_gb" {
  description = "A query that reads more than so many gigabytes is cancelled: what one wrong query can cost."
  type        = number
  default     = 10
}

resource "aws_athena_workgroup" "this" {
  name          = module.names.says.workgroup
  description   = "dbt, quality rules, the publisher and analysts."
  force_destroy = var.force_destroy

  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    bytes_scanned_cutoff_per_query     = var.query_scan_limit_gb * 1000000000

    engine_version {
      selected_engine_version = "Athena engine version 3"
    }

    result_configuration {
      output_location = "s3://${module.names.buckets["athena-results"]}/athena-results/"

      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = aws_kms_key.this.arn
      }
    }
  }

  depends_on = [module.zone]
}
