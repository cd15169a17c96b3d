# Secrets by name; a person puts their values in, so that none ever passes through Terraform's state.

resource "aws_secretsmanager_secret" "this" {
  #checkov:skip=CKV2_AWS_57:A source's password is its owner's to rotate, and another salt would give every hashed value another hash
  for_each = toset(module.names.secrets)

  name                    = each.value
  kms_key_id              = aws_kms_key.this.arn
  recovery_window_in_days = var.force_destroy ? 0 : 30
}
