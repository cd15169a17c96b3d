# The whole stack, rendered without AWS. checks/ reads policies, functions and the workflow of run "everything".

mock_provider "aws" {
  source = "../../mocks"
}

variables {
  environment = "test"
  image_tag   = "0123456"
}

run "everything" {
  variables {
    source_network = { subnet_ids = ["subnet-1", "subnet-2"], security_group_id = "sg-1" }
  }

  assert {
    condition     = toset(keys(module.extract)) == toset([for file in fileset("../../../extractors", "*/source.yml") : dirname(file)])
    error_message = "Expected a function for every extractors/*/source.yml."
  }

  assert {
    condition     = module.extract["currency_rates"].name == "sluice-extract-currency-rates"
    error_message = "Expected hyphens in a function's name."
  }

  assert {
    condition     = length(regexall("\\$\\{", aws_sfn_state_machine.this.definition)) == 0
    error_message = "Expected no placeholder to be left in the workflow."
  }

  assert {
    condition = [for extractor in jsondecode(aws_sfn_state_machine.this.definition).States["Plan the run"].Assign.extractors : extractor] == [
      { source = "currency_rates", required = false, functionArn = "arn:aws:lambda:eu-central-1:000000000000:function:sluice-extract-currency-rates:live" },
      { source = "devitjobs", required = true, functionArn = "arn:aws:lambda:eu-central-1:000000000000:function:sluice-extract-devitjobs:live" },
      { source = "nofluffjobs", required = true, functionArn = "arn:aws:lambda:eu-central-1:000000000000:function:sluice-extract-nofluffjobs:live" },
    ]
    error_message = "Expected the workflow to ask every source through its alias, sorted."
  }

  assert {
    condition     = aws_sfn_state_machine.this.tracing_configuration[0].enabled && aws_sfn_state_machine.this.logging_configuration[0].level == "ERROR"
    error_message = "Expected the workflow to be traced and its errors logged."
  }

  assert {
    condition     = aws_scheduler_schedule.this["morning"].schedule_expression == "cron(0 6 * * ? *)" && aws_scheduler_schedule.this["evening"].schedule_expression == "cron(0 18 * * ? *)"
    error_message = "Expected two runs a day."
  }

  assert {
    condition     = alltrue([for schedule in aws_scheduler_schedule.this : schedule.schedule_expression_timezone == "Europe/Warsaw" && schedule.target[0].dead_letter_config[0].arn != ""])
    error_message = "Expected every schedule to have its time zone and a place for what failed."
  }

  assert {
    condition     = aws_scheduler_schedule.this["morning"].target[0].input == "{\"scheduledFor\":\"<aws.scheduler.scheduled-time>\"}"
    error_message = "Expected a run to be told what time it was meant for."
  }

  assert {
    condition     = aws_sqs_queue.landed.visibility_timeout_seconds >= 6 * 300
    error_message = "Expected the queue to hide messages for six times the intake's limit."
  }

  assert {
    condition     = jsondecode(aws_sqs_queue.landed.redrive_policy).maxReceiveCount == 5
    error_message = "Expected what fails five times to be put aside."
  }

  assert {
    condition     = aws_lambda_event_source_mapping.landed.maximum_batching_window_in_seconds == 60 && contains(aws_lambda_event_source_mapping.landed.function_response_types, "ReportBatchItemFailures")
    error_message = "Expected a minute to gather a burst, and single messages to fail."
  }

  assert {
    condition     = !strcontains(aws_cloudwatch_event_rule.landed.event_pattern, "sluice-raw") && strcontains(aws_cloudwatch_event_rule.replay.event_pattern, "manifests/")
    error_message = "Expected no rule on what the pipeline writes itself."
  }

  assert {
    condition     = aws_codebuild_project.dbt.source[0].buildspec == file("../../../dbt/buildspec.yml")
    error_message = "Expected CodeBuild to run the buildspec that laptops run."
  }

  assert {
    condition     = endswith(aws_codebuild_project.dbt.environment[0].image, "/sluice-dbt:0123456")
    error_message = "Expected the image of this commit."
  }

  assert {
    condition     = !strcontains(aws_iam_role_policy.workflow.policy, "stateMachine") && length([for statement in jsondecode(aws_iam_role_policy.workflow.policy).Statement : statement if statement.Resource == "*"]) == 1
    error_message = "Expected the workflow to have one statement without resources, log delivery and tracing."
  }

  assert {
    condition     = length(module.alarm) == 9 && length(module.silence) == 1
    error_message = "Expected an alarm for all that nobody would hear of."
  }

  assert {
    condition = jsonencode({ for alarm in concat(values(module.alarm), module.silence) : alarm.name => alarm.page }) == jsonencode(merge([
      for row in regexall("\\| \\[.*\\]\\((.*)\\.md\\) \\| (sluice-.*) \\|", file("../../../docs/runbook/README.md")) : { for alarm in split(", ", row[1]) : alarm => row[0] }
    ]...))
    error_message = "Expected docs/runbook/README.md to list the alarms of this stack, each with the page that its description names, and no other."
  }
}

run "nothing_starts_by_itself_when_told_so" {
  command = plan

  variables {
    schedules_enabled     = false
    longest_silence_hours = 0
  }

  assert {
    condition     = alltrue([for schedule in aws_scheduler_schedule.this : schedule.state == "DISABLED"]) && length(module.silence) == 0
    error_message = "Expected disabled schedules and no alarm on silence."
  }
}
