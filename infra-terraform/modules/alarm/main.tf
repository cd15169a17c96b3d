# An alarm on one metric that tells the notices' topic, when it begins and when it ends.

resource "aws_cloudwatch_metric_alarm" "this" {
  alarm_name          = var.name
  alarm_description   = "${var.description} What to type: docs/runbook/${var.page}.md"
  namespace           = var.metric.namespace
  metric_name         = var.metric.name
  dimensions          = var.metric.dimensions
  statistic           = var.metric.statistic
  period              = var.period_seconds
  evaluation_periods  = var.periods
  datapoints_to_alarm = var.periods
  comparison_operator = var.below == null ? "GreaterThanThreshold" : "LessThanThreshold"
  threshold           = var.below == null ? var.above : var.below
  # Silence is the failure where something should have happened, and the normal case where something should not.
  treat_missing_data = var.below == null ? "notBreaching" : "breaching"
  alarm_actions      = [var.topic_arn]
  ok_actions         = [var.topic_arn]
}
