output "name" {
  description = "The function's name."
  value       = aws_lambda_function.this.function_name
}

output "alias" {
  description = "The alias' name."
  value       = aws_lambda_alias.live.name
}

output "alias_arn" {
  description = "What callers call."
  value       = aws_lambda_alias.live.arn
}
