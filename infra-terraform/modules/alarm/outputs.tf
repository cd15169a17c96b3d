output "name" {
  description = "The alarm's name."
  value       = aws_cloudwatch_metric_alarm.this.alarm_name
}

output "page" {
  description = "Its page of docs/runbook."
  value       = var.page
}
