# What AWS would answer, as far as names and policies are made of it.

mock_data "aws_caller_identity" {
  defaults = { account_id = "000000000000" }
}

mock_data "aws_partition" {
  defaults = { partition = "aws" }
}

mock_data "aws_region" {
  defaults = { name = "eu-central-1" }
}

mock_data "aws_kms_alias" {
  defaults = { target_key_arn = "arn:aws:kms:eu-central-1:000000000000:key/11111111-2222-3333-4444-555555555555" }
}

mock_resource "aws_kms_key" {
  defaults = { arn = "arn:aws:kms:eu-central-1:000000000000:key/11111111-2222-3333-4444-555555555555" }
}

mock_resource "aws_s3_bucket" {
  defaults = { arn = "arn:aws:s3:::sluice-zone" }
}

mock_resource "aws_iam_role" {
  defaults = { arn = "arn:aws:iam::000000000000:role/sluice-role" }
}

mock_resource "aws_sns_topic" {
  defaults = { arn = "arn:aws:sns:eu-central-1:000000000000:sluice-notices" }
}

mock_resource "aws_sqs_queue" {
  defaults = { arn = "arn:aws:sqs:eu-central-1:000000000000:sluice-queue", redrive_policy = "" }
}

mock_resource "aws_cloudwatch_log_group" {
  defaults = { arn = "arn:aws:logs:eu-central-1:000000000000:log-group:sluice-log" }
}

mock_resource "aws_cloudwatch_event_rule" {
  defaults = { arn = "arn:aws:events:eu-central-1:000000000000:rule/sluice-rule" }
}

mock_resource "aws_lambda_function" {
  defaults = { arn = "arn:aws:lambda:eu-central-1:000000000000:function:sluice-function", version = "1" }
}

mock_resource "aws_lambda_alias" {
  defaults = { arn = "arn:aws:lambda:eu-central-1:000000000000:function:sluice-function:live" }
}

mock_resource "aws_sfn_state_machine" {
  defaults = { arn = "arn:aws:states:eu-central-1:000000000000:stateMachine:sluice" }
}

mock_resource "aws_iam_openid_connect_provider" {
  defaults = { arn = "arn:aws:iam::000000000000:oidc-provider/token.actions.githubusercontent.com" }
}

mock_resource "aws_security_group" {
  defaults = { id = "sg-00000000000000001" }
}

mock_resource "aws_vpc_endpoint" {
  defaults = { prefix_list_id = "pl-00000001" }
}
