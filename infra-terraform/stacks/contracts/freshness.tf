# A contract that promises freshness has an alarm: no object of its dataset was accepted for so long.

locals {
  # As contracts write it: 90m, 36h or 2d. CloudWatch counts by the hour and looks back a week.
  minutes = { m = 1, h = 60, d = 1440 }
  freshness_hours = {
    for dataset, contract in module.names.contracts :
    dataset => min(168, ceil(tonumber(regex("^[0-9]+", contract.freshness)) * local.minutes[regex("[mhd]$", contract.freshness)] / 60))
    if can(contract.freshness)
  }
}

variable "freshness_alarms" {
  description = "Datasets whose contract promises freshness and whose deliveries have begun; others would alarm from the first day."
  type        = set(string)
  default     = []

  validation {
    condition     = length(setsubtract(var.freshness_alarms, keys(local.freshness_hours))) == 0
    error_message = "Expected datasets whose contract has a freshness: ${join(", ", keys(local.freshness_hours))}."
  }
}

module "stale" {
  source   = "../../modules/alarm"
  for_each = var.freshness_alarms

  name           = "sluice-stale-${replace(each.key, "_", "-")}"
  description    = "No object of ${each.key} was accepted for ${local.freshness_hours[each.key]} hours, as its contract promises."
  page           = "stale"
  metric         = { namespace = "Sluice", name = "ValidationPassed", dimensions = { dataset = each.key }, statistic = "Sum" }
  below          = 1
  period_seconds = 3600
  periods        = local.freshness_hours[each.key]
  topic_arn      = module.names.notices_topic_arn
}
