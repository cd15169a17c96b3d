package sluice.quarantine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is asked of the table of refused rows, in Athena's SQL, and how the answers become entries. */
public final class EntryQuery {
  private static final String TABLE = "sluice_quarantine.entries";
  // The dataset is the folder: a refused object has no row that could name it.
  private static final String DATASET = "regexp_extract(\"$path\", 'quarantine/entries/([a-z0-9_]+)/', 1)";

  private EntryQuery() {}

  /** Every entry, the newest first. */
  public static String all() {
    return "select dataset, reason, count(row_number) as row_count, min(run_started_at) as first_seen, source_object, source_version,"
        + " contract_version, min(try_cast(row_number as bigint)) as first_row,"
        + " coalesce(min_by(raw_text, try_cast(row_number as bigint)), max(detail)) as example"
        + " from (select *, " + DATASET + " as dataset from " + TABLE + ")"
        + " group by dataset, reason, source_object, source_version, contract_version"
        + " order by first_seen desc, dataset, reason, source_object";
  }

  /** The refused rows of one entry: row_number, line_number, column_name, rule, detail, raw_text, run_id. */
  public static String rows(Entry entry, int limit) {
    return "select row_number, line_number, column_name, rule, detail, raw_text, run_id from (select *, " + DATASET + " as dataset from " + TABLE + ")"
        + " where dataset = " + text(entry.dataset()) + " and reason = " + text(entry.reason())
        + " and source_object = " + text(entry.object()) + " and coalesce(source_version, '') = " + text(entry.version())
        + " and contract_version = " + text(Integer.toString(entry.contractVersion()))
        + " order by try_cast(row_number as bigint) limit " + limit;
  }

  /** One row of {@link #all()}. */
  public static Entry entry(List<String> row) {
    long rows = Long.parseLong(row.get(2));
    return new Entry(row.get(0), row.get(1), rows == 0 ? Optional.empty() : Optional.of(rows), Instant.parse(row.get(3)), row.get(4),
        row.get(5) == null ? "" : row.get(5), Integer.parseInt(row.get(6)), Optional.ofNullable(row.get(7)).map(Long::valueOf),
        row.get(8) == null ? "" : row.get(8));
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
