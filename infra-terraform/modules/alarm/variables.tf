variable "name" {
  description = "The alarm's name."
  type        = string
}

variable "description" {
  description = "What it means, for whoever reads it first."
  type        = string
}

variable "page" {
  description = "The page of docs/runbook that says what to type, without .md."
  type        = string

  validation {
    condition     = fileexists("${path.module}/../../../docs/runbook/${var.page}.md")
    error_message = "Expected a page of docs/runbook, found \"${var.page}\"."
  }
}

variable "metric" {
  description = "What is watched."
  type = object({
    namespace  = string
    name       = string
    dimensions = map(string)
    statistic  = string
  })
}

variable "above" {
  description = "Alarms above this value; the default alarms at the first."
  type        = number
  default     = 0
}

variable "below" {
  description = "Alarms below this value, and on silence; null looks at above."
  type        = number
  default     = null
}

variable "period_seconds" {
  description = "Over how long a value is counted."
  type        = number
  default     = 300
}

variable "periods" {
  description = "In how many periods in a row."
  type        = number
  default     = 1
}

variable "topic_arn" {
  description = "Whom to tell."
  type        = string
}
