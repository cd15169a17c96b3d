variable "name" {
  description = "The bucket's name, unique in the whole world."
  type        = string
}

variable "key_arn" {
  description = "The KMS key its objects are encrypted with."
  type        = string
}

variable "classification" {
  description = "How its content is to be treated; a tag for those who look for personal data."
  type        = string

  validation {
    condition     = contains(["internal", "confidential"], var.classification)
    error_message = "Expected internal or confidential."
  }
}

variable "old_version_days" {
  description = "Days until a version that was overwritten or deleted is gone."
  type        = number
}

variable "expiration_days" {
  description = "Days until an object expires; null keeps it."
  type        = number
  default     = null
}

variable "create_only" {
  description = "Nobody overwrites or deletes; only the lifecycle does."
  type        = bool
  default     = false
}

variable "tells_of_new_objects" {
  description = "Objects' events go to EventBridge."
  type        = bool
  default     = false
}

variable "force_destroy" {
  description = "terraform destroy deletes the bucket with everything in it."
  type        = bool
  default     = false
}
