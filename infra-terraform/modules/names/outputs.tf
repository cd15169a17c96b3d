output "account_id" {
  description = "The account that is deployed to."
  value       = local.account_id
}

output "partition" {
  description = "aws, aws-cn or aws-us-gov."
  value       = local.partition
}

output "region" {
  description = "The region that is deployed to."
  value       = local.region
}

output "sources" {
  description = "extractors/*/source.yml by source."
  value       = local.sources
}

output "contracts" {
  description = "contracts/*.yml by dataset."
  value       = local.contracts
}

output "says" {
  description = "installation.yml."
  value       = local.says
}

output "buckets" {
  description = "Bucket name by zone."
  value       = local.buckets
}

output "bucket_arns" {
  description = "Bucket ARN by zone."
  value       = { for zone, name in local.buckets : zone => "arn:${local.partition}:s3:::${name}" }
}

output "extractors" {
  description = "Function name by source."
  value       = local.extractors
}

output "functions" {
  description = "Function name by word of installation.yml."
  value       = local.functions
}

output "extractor_arns" {
  description = "What calls a source's function, by source: the alias that every function of modules/function has."
  value       = { for source, name in local.extractors : source => "arn:${local.partition}:lambda:${local.here}:function:${name}:live" }
}

output "function_arns" {
  description = "What calls a function, by word of installation.yml."
  value       = { for word, name in local.functions : word => "arn:${local.partition}:lambda:${local.here}:function:${name}:live" }
}

output "build_project_arn" {
  description = "The CodeBuild project that runs dbt."
  value       = "arn:${local.partition}:codebuild:${local.here}:project/${local.says.build_project}"
}

output "image_addresses" {
  description = "Where an image lies, without its tag, by what it runs."
  value = {
    for image, name in local.images :
    image => "${local.account_id}.dkr.ecr.${local.region}.amazonaws.com/${name}"
  }
}

output "image_arns" {
  description = "ECR repository's ARN by what its image runs."
  value       = { for image, name in local.images : image => "arn:${local.partition}:ecr:${local.here}:repository/${name}" }
}

output "databases" {
  description = "Glue database by word."
  value       = { for word in local.says.databases : word => "sluice_${word}" }
}

output "catalog_arns" {
  description = "By database word: what Glue asks permission for, to read its tables."
  value = { for word in local.says.databases : word => [
    "arn:${local.partition}:glue:${local.here}:catalog",
    "arn:${local.partition}:glue:${local.here}:database/sluice_${word}",
    "arn:${local.partition}:glue:${local.here}:table/sluice_${word}/*",
  ] }
}

output "crawler_arn" {
  description = "The crawler of the validated zone."
  value       = "arn:${local.partition}:glue:${local.here}:crawler/${local.says.crawler}"
}

output "workgroup_arn" {
  description = "The Athena workgroup."
  value       = "arn:${local.partition}:athena:${local.here}:workgroup/${local.says.workgroup}"
}

output "ledger_arn" {
  description = "The ledger's table."
  value       = "arn:${local.partition}:dynamodb:${local.here}:table/${local.says.ledger}"
}

output "state_machine_arn" {
  description = "The workflow."
  value       = "arn:${local.partition}:states:${local.here}:stateMachine:${local.says.state_machine}"
}

output "executions_arn" {
  description = "Every execution of the workflow."
  value       = "arn:${local.partition}:states:${local.here}:execution:${local.says.state_machine}:*"
}

output "notices_topic_arn" {
  description = "The topic of notices and alarms."
  value       = "arn:${local.partition}:sns:${local.here}:${local.says.notices_topic}"
}

output "queue_arns" {
  description = "ARN by queue name."
  value = {
    for name in [local.says.landed_queue, local.says.landed_dead_queue, local.says.undelivered_queue] :
    name => "arn:${local.partition}:sqs:${local.here}:${name}"
  }
}

output "secrets" {
  description = "Every secret that functions read."
  value       = local.secrets
}

output "secret_arns" {
  description = "ARN pattern by secret: Secrets Manager adds six characters to a name."
  value       = { for name in local.secrets : name => "arn:${local.partition}:secretsmanager:${local.here}:secret:${name}-??????" }
}

output "key_alias" {
  description = "The alias of the key that everything at rest is encrypted with."
  value       = "alias/sluice"
}

output "images" {
  description = "ECR repository by what its image runs."
  value       = local.images
}
