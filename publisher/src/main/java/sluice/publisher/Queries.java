package sluice.publisher;

import java.util.List;

/** Runs SQL where the marts are. */
public interface Queries {
  /** Begins a query and does not wait for it. */
  String start(String sql);

  /** Waits for the statement's success. */
  void await(String queryId);

  /** Waits for the query's success and gives its rows, without column names. */
  List<List<String>> rows(String queryId);
}
