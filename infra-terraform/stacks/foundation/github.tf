# What GitHub Actions may do, without any key that could leak: one role for the environment's deployments.

variable "github_repository" {
  description = "owner/name of the repository that deploys; null makes no role."
  type        = string
  default     = null
}

variable "github_provider_exists" {
  description = "An account can hold GitHub's identity provider once; true takes the one that is there."
  type        = bool
  default     = false
}

variable "state_bucket" {
  description = "The bucket with Terraform's state, for the role that deploys; null where nobody deploys from GitHub."
  type        = string
  default     = null

  validation {
    condition     = var.github_repository == null || var.state_bucket != null
    error_message = "Expected the name of the state's bucket, because github_repository is set; found nothing."
  }
}

locals {
  github = toset(var.github_repository == null ? [] : ["deploy"])
  issuer = "token.actions.githubusercontent.com"

  deployer = yamldecode(file("${path.module}/deployer.yml"))

  # By service: whatever this installation has of it is named sluice, and its actions end at those names.
  deployed = {
    athena     = ["${local.arn}:athena:${local.here}:workgroup/sluice"]
    cloudwatch = ["${local.arn}:cloudwatch:${local.here}:alarm:sluice-*", "${local.arn}:cloudwatch::${module.names.account_id}:dashboard/sluice"]
    codebuild  = ["${local.arn}:codebuild:${local.here}:project/sluice-*"]
    dynamodb   = [module.names.ledger_arn]
    ecr        = ["${local.arn}:ecr:${local.here}:repository/sluice-*"]
    events     = ["${local.arn}:events:${local.here}:rule/sluice-*"]
    glue = concat(
      distinct(flatten(values(module.names.catalog_arns))),
      ["${local.arn}:glue:${local.here}:userDefinedFunction/sluice_*/*"], # a database goes with whatever is in it
    )
    lambda         = ["${local.arn}:lambda:${local.here}:function:sluice-*"]
    logs           = ["${local.arn}:logs:${local.here}:log-group:*sluice*"]
    s3             = [for arn in values(module.names.bucket_arns) : arn]
    scheduler      = ["${local.arn}:scheduler:${local.here}:schedule-group/sluice", "${local.arn}:scheduler:${local.here}:schedule/sluice/*"]
    secretsmanager = values(module.names.secret_arns)
    sns            = [module.names.notices_topic_arn]
    sqs            = values(module.names.queue_arns)
    states         = [module.names.state_machine_arn]
  }
  arn  = "arn:${module.names.partition}"
  here = "${module.names.region}:${module.names.account_id}"

  deploy_statements = concat(
    [for service, resources in local.deployed : {
      Sid      = "Deploy${title(service)}"
      Effect   = "Allow"
      Action   = [for action in local.deployer[service] : "${service}:${action}"]
      Resource = resources
    }],
    [
      {
        # Of these AWS knows no resources, or asks before there is one.
        Sid    = "WithoutResources"
        Effect = "Allow"
        Action = concat([
          "ecr:GetAuthorizationToken", "glue:CreateCrawler", "glue:CreateSecurityConfiguration", "glue:DeleteSecurityConfiguration",
          "glue:GetSecurityConfiguration", "kms:CreateKey", "kms:ListAliases", "lambda:CreateEventSourceMapping", "logs:DescribeLogGroups",
          "states:ValidateStateMachineDefinition",
        ], var.source_vpc == null ? [] : ["ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcEndpoints", "ec2:DescribeVpcs"])
        Resource = "*"
      },
      {
        Sid      = "Crawler"
        Effect   = "Allow"
        Action   = ["glue:DeleteCrawler", "glue:GetCrawler", "glue:GetTags", "glue:TagResource", "glue:UntagResource", "glue:UpdateCrawler"]
        Resource = module.names.crawler_arn
      },
      {
        Sid      = "QueueToIntake"
        Effect   = "Allow"
        Action   = ["lambda:DeleteEventSourceMapping", "lambda:GetEventSourceMapping", "lambda:UpdateEventSourceMapping"]
        Resource = "${local.arn}:lambda:${local.here}:event-source-mapping:*"
      },
      {
        # Not its deletion: what is encrypted with it would be lost.
        Sid      = "Key"
        Effect   = "Allow"
        Action   = setsubtract(concat(local.key_administration, local.key_use), ["kms:ListAliases", "kms:ScheduleKeyDeletion"])
        Resource = [aws_kms_key.this.arn, "${local.arn}:kms:${local.here}:${module.names.key_alias}"]
      },
      {
        # Whoever may change a role's policy decides what the role may do: that is what the environment's reviewers are for.
        Sid    = "Roles"
        Effect = "Allow"
        Action = [
          "iam:CreateRole", "iam:DeleteRole", "iam:DeleteRolePolicy", "iam:GetRole", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies",
          "iam:ListInstanceProfilesForRole", "iam:ListRolePolicies", "iam:PutRolePolicy", "iam:TagRole", "iam:UntagRole",
          "iam:UpdateAssumeRolePolicy", "iam:UpdateRole",
        ]
        Resource = "${local.arn}:iam::${module.names.account_id}:role/sluice-*"
      },
      {
        Sid      = "LookAtGitHubsProvider"
        Effect   = "Allow"
        Action   = "iam:GetOpenIDConnectProvider"
        Resource = "arn:${module.names.partition}:iam::${module.names.account_id}:oidc-provider/${local.issuer}"
      },
      {
        Sid      = "HandRolesOver"
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = "${local.arn}:iam::${module.names.account_id}:role/sluice-*"
        Condition = { StringEquals = { "iam:PassedToService" = [
          "codebuild.amazonaws.com", "glue.amazonaws.com", "lambda.amazonaws.com", "scheduler.amazonaws.com", "states.amazonaws.com",
        ] } }
      },
      {
        Sid      = "State"
        Effect   = "Allow"
        Action   = ["s3:DeleteObject", "s3:GetObject", "s3:ListBucket", "s3:PutObject"]
        Resource = ["${local.arn}:s3:::${coalesce(var.state_bucket, "none")}", "${local.arn}:s3:::${coalesce(var.state_bucket, "none")}/sluice/*"]
      },
    ],
  )
}

resource "aws_iam_openid_connect_provider" "github" {
  for_each = var.github_provider_exists ? [] : local.github

  url            = "https://${local.issuer}"
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_iam_role" "github" {
  #checkov:skip=CKV_AWS_393:The subject is one repository and one environment, as the stack's test holds; checkov reads the variable's empty default
  for_each = local.github

  name                 = "sluice-github-deploy"
  description          = "GitHub Actions of the environment ${var.environment}: plan, apply, push images."
  max_session_duration = 3600
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:${module.names.partition}:iam::${module.names.account_id}:oidc-provider/${local.issuer}" }
      # Of this repository, and only for jobs of this environment: its rules say who may approve and from which branch.
      Condition = { StringEquals = {
        "${local.issuer}:aud" = "sts.amazonaws.com"
        "${local.issuer}:sub" = "repo:${var.github_repository}:environment:${var.environment}"
      } }
    }]
  })
}

resource "aws_iam_role_policy" "github" {
  for_each = local.github

  name   = "deploy"
  role   = aws_iam_role.github[each.key].id
  policy = jsonencode({ Version = "2012-10-17", Statement = local.deploy_statements })
}

output "github_role_arn" {
  description = "The role for aws-actions/configure-aws-credentials; null without github_repository."
  value       = one([for role in aws_iam_role.github : role.arn])
}
