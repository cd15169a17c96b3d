output "buckets" {
  description = "Bucket by zone."
  value       = module.names.buckets
}

output "repositories" {
  description = "Where images are pushed, by what they run."
  value       = { for image, repository in aws_ecr_repository.this : image => repository.repository_url }
}

output "secrets_to_set" {
  description = "Secrets that wait for their value; docs/deploy.md says what each holds."
  value       = module.names.secrets
}
