package sluice.lake.contract;

import java.util.List;

/** The columns by which a validated row is followed back to what it came from; all are text. */
public final class Lineage {
  public static final String RUN_ID = "_run_id";
  public static final String RUN_STARTED_AT = "_run_started_at";
  public static final String SOURCE_OBJECT = "_source_object";
  public static final String SOURCE_VERSION = "_source_version";
  public static final String ROW_NUMBER = "_row_number";
  public static final String CONTRACT_VERSION = "_contract_version";

  /** In the order in which they stand in a validated file. */
  public static final List<String> COLUMNS =
      List.of(RUN_ID, RUN_STARTED_AT, SOURCE_OBJECT, SOURCE_VERSION, ROW_NUMBER, CONTRACT_VERSION);

  private Lineage() {}
}
