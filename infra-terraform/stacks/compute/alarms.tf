# What wakes somebody: a run that failed is told by its own notice too, the rest nobody would hear of.

variable "longest_silence_hours" {
  description = "Alarms when no run has succeeded for so long; 0 has no such alarm."
  type        = number
  default     = 26

  validation {
    condition     = var.longest_silence_hours >= 0 && var.longest_silence_hours <= 168
    error_message = "Expected 0 to 168 hours: CloudWatch looks back a week."
  }
}

locals {
  of_the_workflow = { StateMachineArn = module.names.state_machine_arn }

  alarms = merge(
    {
      run-failed = {
        says   = "A run failed. Readers keep what was published before; its notice says why."
        metric = { namespace = "AWS/States", name = "ExecutionsFailed", dimensions = local.of_the_workflow, statistic = "Sum" }
      }
      run-timed-out = {
        says   = "A run was ended by a time limit or by somebody."
        metric = { namespace = "AWS/States", name = "ExecutionsTimedOut", dimensions = local.of_the_workflow, statistic = "Sum" }
      }
      undelivered = {
        says   = "An event, a schedule or an asynchronous call failed for good; it waits in ${module.names.says.undelivered_queue}."
        metric = { namespace = "AWS/SQS", name = "ApproximateNumberOfMessagesVisible", dimensions = { QueueName = module.names.says.undelivered_queue }, statistic = "Maximum" }
      }
      landed-dead = {
        says   = "Landed objects could not be taken in after five attempts; they wait in ${module.names.says.landed_dead_queue}."
        metric = { namespace = "AWS/SQS", name = "ApproximateNumberOfMessagesVisible", dimensions = { QueueName = module.names.says.landed_dead_queue }, statistic = "Maximum" }
      }
      landed-waiting = {
        says   = "Landed objects have waited for half an hour: the intake does not keep up or does not run."
        metric = { namespace = "AWS/SQS", name = "ApproximateAgeOfOldestMessage", dimensions = { QueueName = module.names.says.landed_queue }, statistic = "Maximum" }
        above  = 1800
      }
      schedule-dropped = {
        says   = "A schedule could not start what it should have."
        metric = { namespace = "AWS/Scheduler", name = "InvocationDroppedCount", dimensions = { ScheduleGroup = aws_scheduler_schedule_group.this.name }, statistic = "Sum" }
      }
    },
    # A function that the workflow calls fails the run; these are called by nobody who would tell.
    { for function in [module.intake, module.sweep, module.dispatch_replay] : "${trimprefix(function.name, "sluice-")}-errors" => {
      says   = "${function.name} raised errors."
      page   = "function-errors"
      metric = { namespace = "AWS/Lambda", name = "Errors", dimensions = { FunctionName = function.name }, statistic = "Sum" }
    } },
  )
}

module "alarm" {
  source   = "../../modules/alarm"
  for_each = local.alarms

  name        = "sluice-${each.key}"
  description = each.value.says
  page        = lookup(each.value, "page", each.key)
  metric      = each.value.metric
  above       = lookup(each.value, "above", 0)
  topic_arn   = module.names.notices_topic_arn
}

module "silence" {
  source = "../../modules/alarm"
  count  = var.longest_silence_hours > 0 ? 1 : 0

  name           = "sluice-no-run-succeeded"
  description    = "No run has succeeded for ${var.longest_silence_hours} hours."
  page           = "no-run-succeeded"
  metric         = { namespace = "AWS/States", name = "ExecutionsSucceeded", dimensions = local.of_the_workflow, statistic = "Sum" }
  below          = 1
  period_seconds = 3600
  periods        = var.longest_silence_hours
  topic_arn      = module.names.notices_topic_arn
}
