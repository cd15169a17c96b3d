# One look at the installation: runs, the gate, the ways in, what it costs to ask.

locals {
  # Title, and the metrics as CloudWatch's console writes them. Sluice's own metrics come from the functions' logs.
  charts = [
    { title = "Runs", metrics = [
      for name in ["ExecutionsStarted", "ExecutionsSucceeded", "ExecutionsFailed"] :
      ["AWS/States", name, "StateMachineArn", module.names.state_machine_arn]
    ] },
    { title = "Objects judged, by dataset", metrics = [
      [{ expression = "SEARCH('{Sluice,dataset} MetricName=(\"ValidationPassed\" OR \"ValidationFailed\")', 'Sum')", id = "judged" }],
    ] },
    { title = "Rows in quarantine, by dataset", metrics = [
      [{ expression = "SEARCH('{Sluice,dataset} MetricName=\"Quarantined\"', 'Sum')", id = "quarantined" }],
    ] },
    { title = "Quality rules, by dataset", metrics = [
      [{ expression = "SEARCH('{Sluice,dataset} MetricName=(\"DQPassed\" OR \"DQFailed\")', 'Sum')", id = "rules" }],
    ] },
    { title = "Landed objects waiting", metrics = [
      for queue in [module.names.says.landed_queue, module.names.says.landed_dead_queue, module.names.says.undelivered_queue] :
      ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", queue, { stat = "Maximum" }]
    ] },
    { title = "Bytes that Athena read", metrics = [
      ["AWS/Athena", "ProcessedBytes", "WorkGroup", module.names.says.workgroup],
    ] },
    { title = "Functions: errors", metrics = [
      for name in sort(concat(values(module.names.functions), values(module.names.extractors))) : ["AWS/Lambda", "Errors", "FunctionName", name]
    ] },
    { title = "Functions: longest call, ms", metrics = [
      for name in sort(concat(values(module.names.functions), values(module.names.extractors))) :
      ["AWS/Lambda", "Duration", "FunctionName", name, { stat = "Maximum" }]
    ] },
  ]
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = "sluice"
  dashboard_body = jsonencode({
    widgets = [for place, chart in local.charts : {
      type   = "metric"
      x      = 12 * (place % 2)
      y      = 6 * floor(place / 2)
      width  = 12
      height = 6
      properties = {
        title   = chart.title
        region  = module.names.region
        view    = "timeSeries"
        stat    = "Sum"
        period  = 3600
        metrics = chart.metrics
      }
    }]
  })
}
