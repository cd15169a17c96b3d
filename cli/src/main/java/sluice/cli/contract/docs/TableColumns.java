package sluice.cli.contract.docs;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import sluice.lake.contract.Column;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Lineage;

/** The columns of a validated table as readers see it, each with its description. */
final class TableColumns {
  private TableColumns() {}

  static SequencedMap<String, String> of(Contract contract) {
    SequencedMap<String, String> columns = new LinkedHashMap<>();
    for (Column column : contract.columns()) {
      columns.put(column.name(), column.description());
    }
    columns.putAll(own());
    return columns;
  }

  /** Those that every table has: what no column is listed for, the lineage and the partition. */
  static SequencedMap<String, String> own() {
    SequencedMap<String, String> columns = new LinkedHashMap<>();
    columns.put(Contract.UNLISTED, "JSON object of the fields that the contract does not list.");
    columns.put(Lineage.RUN_ID, "Run that read the row.");
    columns.put(Lineage.RUN_STARTED_AT, "Start of that run, ISO-8601 in UTC.");
    columns.put(Lineage.SOURCE_OBJECT, "The file that a producer dropped, or the raw object that an extractor wrote, as a URI.");
    columns.put(Lineage.SOURCE_VERSION, "Version of that object.");
    columns.put(Lineage.ROW_NUMBER, "Number of the row in that object, from 1.");
    columns.put(Lineage.CONTRACT_VERSION, "Version of the contract that accepted the row.");
    columns.put("ingest_date", "Day that the run worked on (partition).");
    columns.put("run_id", "Run that read the row (partition).");
    return columns;
  }
}
