terraform {
  required_version = "~> 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }

  # The bucket is named at terraform init: -backend-config=bucket=...; see docs/deploy.md.
  backend "s3" {
    key          = "sluice/compute.tfstate"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region              = var.region
  allowed_account_ids = var.allowed_account_ids

  default_tags {
    tags = {
      Project     = "sluice"
      Environment = var.environment
      Stack       = "compute"
      ManagedBy   = "terraform"
    }
  }
}
