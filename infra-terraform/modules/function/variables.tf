variable "name" {
  description = "Of the function, its role and its log group."
  type        = string
}

variable "description" {
  description = "What the function does, in one sentence."
  type        = string
}

variable "installation" {
  description = "What all functions share."
  type = object({
    key_alias   = string
    environment = map(string)
  })
}

variable "handler" {
  description = "The class whose handleRequest is called; null with an image, which names its own."
  type        = string
  default     = null
}

variable "jar" {
  description = "Path of the jar that is deployed; null with an image."
  type        = string
  default     = null
}

variable "image" {
  description = "Address of the image with its tag; null with a jar."
  type        = string
  default     = null

  validation {
    condition     = (var.image == null) != (var.jar == null)
    error_message = "Expected either an image or a jar."
  }
}

variable "memory_mb" {
  description = "Memory in MB; processor time comes in proportion, one core at 1,769."
  type        = number
}

variable "timeout_seconds" {
  description = "How long a call may take."
  type        = number
}

variable "disk_mb" {
  description = "Size of /tmp in MB. More than 512 gives up SnapStart."
  type        = number
  default     = 512
}

variable "most_at_once" {
  description = "How many calls may run at once; -1 sets no limit and reserves nothing of the account's."
  type        = number
  default     = -1
}

variable "environment" {
  description = "Variables of this function beside the common ones."
  type        = map(string)
  default     = {}
}

variable "allow" {
  description = "What the function's role may do beside writing its log, tracing and using the key; by a statement's name."
  type = map(object({
    actions   = list(string)
    resources = list(string)
  }))

  validation {
    condition     = alltrue([for grant in values(var.allow) : alltrue([for action in grant.actions : !strcontains(action, "*")])])
    error_message = "Expected actions by their full names, found one with *."
  }

  validation {
    condition     = alltrue([for grant in values(var.allow) : alltrue([for resource in grant.resources : startswith(resource, "arn:")])])
    error_message = "Expected resources by ARN, found another form."
  }
}

variable "undelivered_queue_arn" {
  description = "Where calls go that failed for good; only asynchronous calls do."
  type        = string
  default     = null
}

variable "network" {
  description = "The VPC's subnets and security group to work in; null works outside of any."
  type = object({
    subnet_ids        = list(string)
    security_group_id = string
  })
  default = null
}

variable "log_days" {
  description = "Days until log lines are gone."
  type        = number
}
