"""Proves, without an AWS account, what can be proved of the Terraform stacks. check.sh makes the environment and starts this."""
