# A function for each source. One without code of its own runs the kit; one that drives a browser ships as an image.

variable "source_network" {
  description = "Where functions of database sources run: stack foundation's output source_network; null for outside of any VPC."
  type = object({
    subnet_ids        = list(string)
    security_group_id = string
  })
  default = null
}

module "extract" {
  source   = "../../modules/function"
  for_each = module.names.sources

  name         = module.names.extractors[each.key]
  description  = each.value.description
  installation = local.installation
  environment  = lookup(var.extra_environment, module.names.extractors[each.key], {})
  log_days     = var.log_days

  image   = each.value.function.package == "image" ? "${module.names.image_addresses[each.key]}:${var.image_tag}" : null
  jar     = each.value.function.package == "image" ? null : "${var.jars}/extractors/kit/target/extractors-kit-lambda.jar"
  handler = "sluice.extractors.kit.ExtractHandler"

  memory_mb       = each.value.function.memory_mb
  timeout_seconds = each.value.function.timeout_seconds
  disk_mb         = each.value.kind == "browser" ? 2048 : 512 # a browser keeps more than the part that grows
  network         = each.value.kind == "jdbc" ? var.source_network : null

  # S3 answers 404 for a checkpoint that is not there only to those who may list.
  allow = merge(
    {
      ListRaw  = { actions = ["s3:ListBucket"], resources = [local.buckets["raw"]] }
      WriteRaw = { actions = ["s3:GetObject", "s3:PutObject"], resources = ["${local.buckets["raw"]}/raw/${each.key}/*"] }
    },
    length(each.value.secrets) == 0 ? {} : {
      ReadItsSecrets = {
        actions   = ["secretsmanager:GetSecretValue"]
        resources = [for secret in each.value.secrets : module.names.secret_arns[secret]]
      }
    },
  )
}
