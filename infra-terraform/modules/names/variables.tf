variable "bucket_suffix" {
  description = "What stands behind sluice-<zone> in a bucket's name; null takes -<account>-<region>."
  type        = string
  default     = null

  validation {
    condition     = var.bucket_suffix == null || can(regex("^(|-[a-z0-9-]{0,40}[a-z0-9])$", var.bucket_suffix))
    error_message = "Expected nothing, or a hyphen with small letters, digits and hyphens behind it, such as -acme-prod."
  }
}
