mock_provider "aws" {
  source = "../../mocks"
}

variables {
  name            = "sluice-validate"
  description     = "Judges."
  installation    = { key_alias = "alias/sluice", environment = { SLUICE_LEDGER_TABLE = "sluice-ledger" } }
  handler         = "sluice.validator.ValidateHandler"
  jar             = "versions.tf"
  memory_mb       = 512
  timeout_seconds = 300
  log_days        = 365
  allow           = { Read = { actions = ["s3:GetObject"], resources = ["arn:aws:s3:::sluice-raw/raw/*"] } }
}

run "jar" {
  module {
    source = "../../modules/function"
  }

  assert {
    condition     = aws_lambda_function.this.runtime == "java21" && aws_lambda_function.this.handler == "sluice.validator.ValidateHandler::handleRequest"
    error_message = "Expected the class's handleRequest on java21."
  }

  assert {
    condition     = aws_lambda_function.this.snap_start[0].apply_on == "PublishedVersions" && aws_lambda_function.this.publish
    error_message = "Expected SnapStart, which only published versions have."
  }

  assert {
    condition     = length([for statement in jsondecode(aws_iam_role_policy.this.policy).Statement : statement if statement.Resource == "*"]) == 1
    error_message = "Expected tracing to be the one statement without resources."
  }

  assert {
    condition     = [for statement in jsondecode(aws_iam_role_policy.this.policy).Statement : statement.Sid] == ["WriteItsLog", "Trace", "UseTheKey", "Read"]
    error_message = "Expected nothing beside what the function was given."
  }

  assert {
    condition     = one([for statement in jsondecode(aws_iam_role_policy.this.policy).Statement : statement.Action if statement.Sid == "UseTheKey"]) == ["kms:Decrypt"]
    error_message = "Expected a function that writes nothing to get no new keys for data."
  }

  assert {
    condition     = aws_lambda_function.this.kms_key_arn != null && aws_cloudwatch_log_group.this.kms_key_id != null && aws_cloudwatch_log_group.this.retention_in_days == 365
    error_message = "Expected encrypted variables and logs that end."
  }
}

run "large_disk" {
  module {
    source = "../../modules/function"
  }

  variables {
    disk_mb = 10240
  }

  assert {
    condition     = length(aws_lambda_function.this.snap_start) == 0
    error_message = "Expected no SnapStart: AWS refuses it with a disk of more than 512 MB."
  }
}

run "image" {
  module {
    source = "../../modules/function"
  }

  variables {
    jar   = null
    image = "000000000000.dkr.ecr.eu-central-1.amazonaws.com/sluice-extract-devitjobs:0123456"
  }

  assert {
    condition     = aws_lambda_function.this.package_type == "Image" && length(aws_lambda_function.this.snap_start) == 0 && aws_lambda_function.this.handler == null
    error_message = "Expected an image, which has no SnapStart and names its own handler."
  }
}

run "refuses_neither_jar_nor_image" {
  command = plan

  module {
    source = "../../modules/function"
  }

  variables {
    jar = null
  }

  expect_failures = [var.image]
}

run "refuses_a_wildcard_among_actions" {
  command = plan

  module {
    source = "../../modules/function"
  }

  variables {
    allow = { Read = { actions = ["s3:Get*"], resources = ["arn:aws:s3:::sluice-raw/raw/*"] } }
  }

  expect_failures = [var.allow]
}

run "refuses_everything_as_a_resource" {
  command = plan

  module {
    source = "../../modules/function"
  }

  variables {
    allow = { Read = { actions = ["s3:GetObject"], resources = ["*"] } }
  }

  expect_failures = [var.allow]
}
