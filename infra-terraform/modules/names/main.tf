# Names and ARNs of everything an installation consists of. They are pure functions of the account, the region and
# installation.yml, so the stacks need to know nothing of one another's state.

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  repository = "${path.module}/../../.."
  says       = yamldecode(file("${path.module}/../../installation.yml"))
  account_id = data.aws_caller_identity.current.account_id
  partition  = data.aws_partition.current.partition
  region     = data.aws_region.current.name
  suffix     = var.bucket_suffix == null ? "-${local.account_id}-${local.region}" : var.bucket_suffix

  buckets = { for zone in local.says.zones : zone => "sluice-${zone}${local.suffix}" }

  sources = {
    for file in fileset("${local.repository}/extractors", "*/source.yml") :
    dirname(file) => yamldecode(file("${local.repository}/extractors/${file}"))
  }
  contracts = {
    for file in fileset("${local.repository}/contracts", "*.yml") :
    trimsuffix(file, ".yml") => yamldecode(file("${local.repository}/contracts/${file}"))
  }

  # Function names take hyphens where dataset names take underscores, as Lambda users expect.
  extractors = { for source in keys(local.sources) : source => "sluice-extract-${replace(source, "_", "-")}" }
  functions  = { for word in keys(local.says.functions) : word => "sluice-${word}" }

  secrets = distinct(concat([local.says.pii_salt_secret], flatten([for source in values(local.sources) : source.secrets])))

  # dbt's image, and one for each source that ships as an image.
  images = merge(
    { dbt = local.says.build_project },
    { for source, its in local.sources : source => local.extractors[source] if its.function.package == "image" },
  )

  here = "${local.region}:${local.account_id}"
}
