package sluice.publisher;

import java.util.List;

/** Runs SQL where the marts are. */
public interface Queries {
  /** Begins a query and does not wait for it. */
  String start(String sql);

  /** Waits for the query's success and gives its rows, without column names. */
  List<List<String>> await(String queryId);
}
