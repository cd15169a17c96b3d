mock_provider "aws" {
  source = "../../mocks"
}

variables {
  environment = "test"
}

run "everything" {
  variables {
    freshness_alarms = ["orders"]
  }

  assert {
    condition     = toset(keys(aws_glue_catalog_table.this)) == toset(concat([for file in fileset("../../../contracts", "*.yml") : trimsuffix(file, ".yml")], ["entries", "quality_results"]))
    error_message = "Expected a table for every contract, and those that the pipeline keeps."
  }

  assert {
    condition     = alltrue(flatten([for table in aws_glue_catalog_table.this : [for column in table.storage_descriptor[0].columns : column.type == "string"]]))
    error_message = "Expected text columns only."
  }

  assert {
    condition     = [for column in aws_glue_catalog_table.this["orders"].storage_descriptor[0].columns : column.name] == ["order_id", "customer_id", "amount", "currency", "event_ts", "_unlisted", "_run_id", "_run_started_at", "_source_object", "_source_version", "_row_number", "_contract_version"]
    error_message = "Expected the contract's columns, then what every row carries."
  }

  assert {
    condition     = local.freshness_hours["orders"] == 36
    error_message = "Expected the contract's 36h."
  }

  assert {
    condition     = strcontains(file("../../../docs/runbook/README.md"), "(${module.stale["orders"].page}.md) | `${replace(module.stale["orders"].name, "orders", "<dataset>")}` |")
    error_message = "Expected docs/runbook/README.md to list the alarm with its page."
  }
}

run "refuses_an_alarm_that_no_contract_promises" {
  command = plan

  variables {
    freshness_alarms = ["nofluffjobs"]
  }

  expect_failures = [var.freshness_alarms]
}
