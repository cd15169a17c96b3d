output "name" {
  description = "The bucket's name."
  value       = aws_s3_bucket.this.bucket
}

output "policy" {
  description = "The bucket policy as JSON."
  value       = aws_s3_bucket_policy.this.policy
}
