# The whole stack with everything that is optional, rendered without AWS. checks/ reads the policies of run "everything".

mock_provider "aws" {
  source = "../../mocks"
}

variables {
  environment = "test"
}

run "everything" {
  variables {
    github_repository = "acme/sluice"
    state_bucket      = "acme-terraform"
    notice_emails     = ["data@example.org"]
    source_vpc = {
      vpc_id          = "vpc-1"
      subnet_ids      = ["subnet-1", "subnet-2"]
      route_table_ids = ["rtb-1"]
      database_cidr   = "10.0.8.0/24"
      database_port   = 5432
    }
  }

  assert {
    condition     = toset(keys(module.zone)) == toset(["landing", "raw", "validated", "quarantine", "curated", "dq-results", "replay", "athena-results"])
    error_message = "Expected a bucket for every zone."
  }

  assert {
    condition     = module.zone["raw"].name == "sluice-raw-000000000000-eu-central-1"
    error_message = "Expected bucket names that are unique in the world."
  }

  assert {
    condition     = [for zone, bucket in module.zone : zone if strcontains(bucket.policy, "s3:if-none-match")] == ["raw"]
    error_message = "Expected raw, and raw alone, to be create-only."
  }

  assert {
    condition     = alltrue([for bucket in module.zone : strcontains(bucket.policy, "aws:SecureTransport")])
    error_message = "Expected every bucket to refuse requests without TLS."
  }

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && !strcontains(aws_kms_key.this.policy, "kms:*")
    error_message = "Expected a key that rotates and whose policy names its actions."
  }

  assert {
    condition     = aws_athena_workgroup.this.configuration[0].enforce_workgroup_configuration && aws_athena_workgroup.this.configuration[0].bytes_scanned_cutoff_per_query == 10000000000
    error_message = "Expected the workgroup to end a query that reads more than 10 GB."
  }

  assert {
    condition     = aws_dynamodb_table.ledger.deletion_protection_enabled && aws_dynamodb_table.ledger.point_in_time_recovery[0].enabled
    error_message = "Expected a ledger that can neither be deleted by mistake nor lost."
  }

  assert {
    condition     = toset([for repository in aws_ecr_repository.this : repository.name]) == toset(["sluice-dbt", "sluice-extract-devitjobs"])
    error_message = "Expected a repository for dbt and for each source that ships as an image."
  }

  assert {
    condition     = alltrue([for repository in aws_ecr_repository.this : repository.image_tag_mutability == "IMMUTABLE"])
    error_message = "Expected tags that never move."
  }

  assert {
    condition     = toset(output.secrets_to_set) == toset(["sluice/currency_rates", "sluice/pii-salt"])
    error_message = "Expected the secrets of extractors/*/source.yml to wait for their values."
  }

  assert {
    condition     = strcontains(aws_iam_role.github["deploy"].assume_role_policy, "repo:acme/sluice:environment:test")
    error_message = "Expected only this repository's environment to deploy."
  }

  assert {
    condition     = !strcontains(jsonencode([for statement in jsondecode(aws_iam_role_policy.github["deploy"].policy).Statement : statement.Action]), "*")
    error_message = "Expected every action of the deploying role by its full name."
  }

  assert {
    condition     = alltrue([for denied in ["s3:GetObject\"", "dynamodb:GetItem", "secretsmanager:GetSecretValue"] : length([for statement in jsondecode(aws_iam_role_policy.github["deploy"].policy).Statement : statement if statement.Sid != "State" && strcontains(jsonencode(statement.Action), denied)]) == 0])
    error_message = "Expected the deploying role to read no data."
  }
}

run "small" {
  command = plan

  assert {
    condition     = length(aws_iam_role.github) == 0 && length(aws_security_group.sources) == 0 && length(aws_sns_topic_subscription.email) == 0
    error_message = "Expected nothing optional unless it is asked for."
  }
}

run "refuses_a_deploying_repository_without_a_state" {
  command = plan

  variables {
    github_repository = "acme/sluice"
  }

  expect_failures = [var.state_bucket]
}
