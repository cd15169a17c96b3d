package sluice.lake.catalog;

import java.util.List;
import sluice.lake.Zone;

/**
 * A table that the pipeline itself keeps: text columns in Parquet, no partitions, all folders below its own belong to it,
 * so that no crawl stands between a row and a query.
 *
 * @param prefix of its objects' keys, with its last slash
 */
public record KeptTable(String name, String description, Zone zone, String prefix, List<String> columns) {
  /** What the gate refused. The zone's readers may see personal values: {@code raw_text} is the row as it stood. */
  public static final KeptTable QUARANTINE_ENTRIES = new KeptTable("entries",
      "Every refused row, and every refused object as a row without a number.", Zone.QUARANTINE, "quarantine/entries/",
      List.of("reason", "rule", "column_name", "detail", "raw_text", "raw_encoding", "row_number", "line_number", "run_id",
          "run_started_at", "source_object", "source_version", "contract_version"));

  /** What the quality rules said. */
  public static final KeptTable QUALITY_RESULTS = new KeptTable("quality_results",
      "What every quality rule said in every run.", Zone.DQ_RESULTS, "dq-results/quality_results/",
      List.of("run_id", "table_name", "rule", "level", "outcome", "metric", "expected", "actual", "failing_rows", "sample", "evaluated_for"));
}
