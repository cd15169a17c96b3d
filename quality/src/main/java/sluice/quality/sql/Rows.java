package sluice.quality.sql;

import java.time.LocalDate;

/** Which rows of a table are checked, as a query. */
public final class Rows {
  private Rows() {}

  /** All there are. */
  public static String of(String database, String table) {
    return "SELECT * FROM " + Sql.table(database, table);
  }

  /** Those that were ingested for a day. */
  public static String of(String database, String table, LocalDate ingestDate) {
    return of(database, table) + " WHERE \"ingest_date\" = " + Sql.text(ingestDate.toString());
  }
}
