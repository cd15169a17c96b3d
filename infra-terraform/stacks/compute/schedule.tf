# When runs start by themselves, and when the sweep looks for what was overlooked.

variable "schedules" {
  description = "When the workflow starts, by name, in time_zone."
  type        = map(string)
  default = {
    morning = "cron(0 6 * * ? *)"
    evening = "cron(0 18 * * ? *)"
  }
}

variable "time_zone" {
  description = "The schedules' time zone, by its IANA name; summer time is kept."
  type        = string
  default     = "Europe/Warsaw"
}

variable "schedules_enabled" {
  description = "false lets nothing start by itself."
  type        = bool
  default     = true
}

resource "aws_scheduler_schedule_group" "this" {
  name = "sluice"
}

resource "aws_iam_role" "schedule" {
  name        = "sluice-schedule"
  description = "The schedules."
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "scheduler.amazonaws.com" }
      Condition = { StringEquals = { "aws:SourceAccount" = module.names.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "schedule" {
  name = "start"
  role = aws_iam_role.schedule.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Start", Effect = "Allow", Action = "states:StartExecution", Resource = module.names.state_machine_arn },
      { Sid = "Sweep", Effect = "Allow", Action = "lambda:InvokeFunction", Resource = module.names.function_arns["sweep"] },
      { Sid = "KeepWhatFailed", Effect = "Allow", Action = "sqs:SendMessage", Resource = local.undelivered },
      { Sid = "UseTheKey", Effect = "Allow", Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = data.aws_kms_alias.this.target_key_arn },
    ]
  })
}

locals {
  schedules = merge(
    { for name, when in var.schedules : name => {
      when   = when
      target = aws_sfn_state_machine.this.arn
      # The time it was meant for, not the time it began: the run's rows belong to that day.
      input = jsonencode({ scheduledFor = "<aws.scheduler.scheduled-time>" })
    } },
    { sweep = { when = var.sweep_schedule, target = module.sweep.alias_arn, input = "{}" } },
  )
}

resource "aws_scheduler_schedule" "this" {
  for_each = local.schedules

  name                         = "sluice-${each.key}"
  group_name                   = aws_scheduler_schedule_group.this.name
  state                        = var.schedules_enabled ? "ENABLED" : "DISABLED"
  schedule_expression          = each.value.when
  schedule_expression_timezone = var.time_zone
  kms_key_arn                  = data.aws_kms_alias.this.target_key_arn

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = each.value.target
    role_arn = aws_iam_role.schedule.arn
    input    = replace(replace(each.value.input, "\\u003c", "<"), "\\u003e", ">") # jsonencode escapes both

    retry_policy {
      maximum_event_age_in_seconds = 3600
      maximum_retry_attempts       = 5
    }

    dead_letter_config {
      arn = local.undelivered
    }
  }

  depends_on = [aws_iam_role_policy.schedule]
}
