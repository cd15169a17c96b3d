variable "environment" {
  description = "What people call this installation, such as dev or prod: a tag. An account and region hold one installation."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,19}$", var.environment))
    error_message = "Expected 2 to 20 small letters, digits and hyphens, beginning with a letter, such as prod."
  }
}

variable "region" {
  description = "The AWS region."
  type        = string
  default     = "eu-central-1"
}

variable "allowed_account_ids" {
  description = "Accounts that may be deployed to, as a guard against the wrong credentials; null allows any."
  type        = list(string)
  default     = null
}

variable "bucket_suffix" {
  description = "What stands behind sluice-<zone> in a bucket's name; null takes -<account>-<region>. The same in all stacks."
  type        = string
  default     = null
}

module "names" {
  source = "../../modules/names"

  bucket_suffix = var.bucket_suffix
}
