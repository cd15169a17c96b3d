# Only for databases that cannot be reached from the internet: without it functions run outside of any VPC, which costs nothing.

variable "source_vpc" {
  description = "The VPC of the database sources: its subnets (two zones), their route tables, and the database's address range and port."
  type = object({
    vpc_id          = string
    subnet_ids      = list(string)
    route_table_ids = list(string)
    database_cidr   = string
    database_port   = number
  })
  default = null
}

resource "aws_security_group" "sources" {
  #checkov:skip=CKV2_AWS_5:Functions of stack compute are in it
  count = var.source_vpc == null ? 0 : 1

  name        = "sluice-sources"
  description = "Functions that read database sources."
  vpc_id      = var.source_vpc.vpc_id
}

resource "aws_vpc_security_group_egress_rule" "database" {
  count = var.source_vpc == null ? 0 : 1

  security_group_id = aws_security_group.sources[0].id
  description       = "The database."
  cidr_ipv4         = var.source_vpc.database_cidr
  from_port         = var.source_vpc.database_port
  to_port           = var.source_vpc.database_port
  ip_protocol       = "tcp"
}

resource "aws_vpc_security_group_egress_rule" "s3" {
  count = var.source_vpc == null ? 0 : 1

  security_group_id = aws_security_group.sources[0].id
  description       = "S3, through its gateway."
  prefix_list_id    = aws_vpc_endpoint.s3[0].prefix_list_id
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"
}

resource "aws_vpc_security_group_egress_rule" "endpoints" {
  count = var.source_vpc == null ? 0 : 1

  security_group_id            = aws_security_group.sources[0].id
  description                  = "Secrets Manager, through its endpoint."
  referenced_security_group_id = aws_security_group.endpoints[0].id
  from_port                    = 443
  to_port                      = 443
  ip_protocol                  = "tcp"
}

resource "aws_security_group" "endpoints" {
  count = var.source_vpc == null ? 0 : 1

  name        = "sluice-endpoints"
  description = "AWS services inside of the VPC."
  vpc_id      = var.source_vpc.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "endpoints" {
  count = var.source_vpc == null ? 0 : 1

  security_group_id            = aws_security_group.endpoints[0].id
  description                  = "Functions that read database sources."
  referenced_security_group_id = aws_security_group.sources[0].id
  from_port                    = 443
  to_port                      = 443
  ip_protocol                  = "tcp"
}

resource "aws_vpc_endpoint" "s3" {
  count = var.source_vpc == null ? 0 : 1

  vpc_id            = var.source_vpc.vpc_id
  service_name      = "com.amazonaws.${module.names.region}.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = var.source_vpc.route_table_ids
}

resource "aws_vpc_endpoint" "secrets" {
  count = var.source_vpc == null ? 0 : 1

  vpc_id              = var.source_vpc.vpc_id
  service_name        = "com.amazonaws.${module.names.region}.secretsmanager"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = var.source_vpc.subnet_ids
  security_group_ids  = [aws_security_group.endpoints[0].id]
}

output "source_network" {
  description = "What stack compute takes as source_network; null without a VPC."
  value = var.source_vpc == null ? null : {
    subnet_ids        = var.source_vpc.subnet_ids
    security_group_id = aws_security_group.sources[0].id
  }
}
