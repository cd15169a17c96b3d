# Where runs and alarms speak up, and where what could not be delivered waits.

variable "notice_emails" {
  description = "Who gets notices and alarms by e-mail; each must confirm once."
  type        = list(string)
  default     = []
}

resource "aws_sns_topic" "notices" {
  name              = module.names.says.notices_topic
  kms_master_key_id = aws_kms_key.this.arn
}

resource "aws_sns_topic_policy" "notices" {
  arn = aws_sns_topic.notices.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Alarms"
      Effect    = "Allow"
      Principal = { Service = "cloudwatch.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.notices.arn
      Condition = { StringEquals = { "aws:SourceAccount" = module.names.account_id } }
    }]
  })
}

resource "aws_sns_topic_subscription" "email" {
  for_each = toset(var.notice_emails)

  topic_arn = aws_sns_topic.notices.arn
  protocol  = "email"
  endpoint  = each.value
}

# Events, schedules and asynchronous calls that failed for good.
resource "aws_sqs_queue" "undelivered" {
  name                              = module.names.says.undelivered_queue
  message_retention_seconds         = 1209600
  kms_master_key_id                 = aws_kms_key.this.arn
  kms_data_key_reuse_period_seconds = 300
}

resource "aws_sqs_queue_policy" "undelivered" {
  queue_url = aws_sqs_queue.undelivered.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "EventsThatCouldNotBeDelivered"
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.undelivered.arn
      Condition = { StringEquals = { "aws:SourceAccount" = module.names.account_id } }
    }]
  })
}
