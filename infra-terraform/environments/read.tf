# What environment.sh reads from an environment's file; terraform console evaluates it, nothing is made here.

variable "file" {
  description = "The environment's file; its name is the environment's."
  type        = string
}

variable "commit" {
  description = "The commit that is deployed: the tag of the images."
  type        = string
}

locals {
  says         = yamldecode(file(var.file))
  region       = local.says.region
  state_bucket = local.says.state_bucket

  common = {
    environment         = trimsuffix(basename(var.file), ".yml")
    region              = local.says.region
    allowed_account_ids = [local.says.account]
    bucket_suffix       = try(local.says.bucket_suffix, null)
  }
  own = {
    foundation = { state_bucket = local.says.state_bucket }
    contracts  = {}
    compute    = { image_tag = var.commit }
  }
  # Stack by stack, as its -var-file.
  variables = { for stack, its in local.own : stack => merge(try(local.says.variables[stack], {}), local.common, its) }
}
