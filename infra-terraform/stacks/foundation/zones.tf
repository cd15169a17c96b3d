# A bucket for every zone, and how long each keeps what.

variable "raw_days" {
  description = "Days until a raw object expires: how far back a replay or backfill can reach."
  type        = number
  default     = 30
}

variable "landing_days" {
  description = "Days until a landed file expires; raw holds its copy."
  type        = number
  default     = 30
}

variable "quarantine_days" {
  description = "Days until what was refused expires."
  type        = number
  default     = 90
}

variable "quality_results_days" {
  description = "Days until quality results, dbt's results and run records expire."
  type        = number
  default     = 400
}

variable "query_results_days" {
  description = "Days until Athena's query results expire."
  type        = number
  default     = 7
}

variable "old_version_days" {
  description = "Days until a version that was overwritten or deleted is gone."
  type        = number
  default     = 30
}

variable "force_destroy" {
  description = "terraform destroy deletes buckets, images and secrets with everything in them. For installations that are thrown away."
  type        = bool
  default     = false
}

locals {
  # What no expiration stands for is kept: readers' tables and what they are built from.
  zones = {
    landing        = { classification = "confidential", days = var.landing_days }
    raw            = { classification = "confidential", days = var.raw_days }
    validated      = { classification = "confidential", days = null }
    quarantine     = { classification = "confidential", days = var.quarantine_days }
    curated        = { classification = "internal", days = null }
    dq-results     = { classification = "internal", days = var.quality_results_days }
    replay         = { classification = "internal", days = var.quality_results_days }
    athena-results = { classification = "confidential", days = var.query_results_days }
  }
}

module "zone" {
  source   = "../../modules/bucket"
  for_each = module.names.buckets

  name                 = each.value
  key_arn              = aws_kms_key.this.arn
  classification       = local.zones[each.key].classification
  expiration_days      = local.zones[each.key].days
  old_version_days     = var.old_version_days
  create_only          = each.key == "raw"
  tells_of_new_objects = contains(["landing", "replay"], each.key)
  force_destroy        = var.force_destroy
}
