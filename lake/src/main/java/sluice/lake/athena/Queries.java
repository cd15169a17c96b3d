package sluice.lake.athena;

import java.util.List;

/** Runs SQL where the tables are. */
public interface Queries {
  /**
   * Begins a query and does not wait for it.
   *
   * @throws QueryFailedException when it is refused at once, as one that is no SQL may be
   */
  String start(String sql);

  /**
   * Waits for the statement's success.
   *
   * @throws QueryFailedException when it was refused, failed, was cancelled or never ended
   */
  void await(String queryId);

  /** Waits for the query's success and gives its rows, without column names. */
  List<List<String>> rows(String queryId);
}
