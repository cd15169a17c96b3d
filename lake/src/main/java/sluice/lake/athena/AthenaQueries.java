package sluice.lake.athena;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatus;
import software.amazon.awssdk.services.athena.model.Row;
import sluice.lake.Sleeper;

/** Runs SQL on Athena in one workgroup, which knows where results go; names without a database are of the one given here. */
public final class AthenaQueries implements Queries {
  private static final Duration FIRST_WAIT = Duration.ofMillis(50);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
  // The function ends after 15 minutes; a query that is not done by then must be told of before.
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final AthenaClient athena;
  private final String workGroup;
  private final String database;
  private final Sleeper sleeper;

  public AthenaQueries(AthenaClient athena, String workGroup, String database, Sleeper sleeper) {
    this.athena = Objects.requireNonNull(athena);
    this.workGroup = Objects.requireNonNull(workGroup);
    this.database = Objects.requireNonNull(database);
    this.sleeper = Objects.requireNonNull(sleeper);
  }

  @Override
  public String start(String sql) {
    try {
      return athena.startQueryExecution(start -> start
          .queryString(sql)
          .workGroup(workGroup)
          .queryExecutionContext(context -> context.database(database))).queryExecutionId();
    } catch (InvalidRequestException atOnce) {
      throw new QueryFailedException("that was to start", "REFUSED", atOnce.getMessage());
    }
  }

  @Override
  public void await(String queryId) {
    Duration waited = Duration.ZERO;
    for (Duration wait = FIRST_WAIT; ; wait = shorter(wait.multipliedBy(2), LONGEST_WAIT)) {
      QueryExecutionStatus status = athena.getQueryExecution(get -> get.queryExecutionId(queryId)).queryExecution().status();
      if (status.state() == QueryExecutionState.SUCCEEDED) {
        return;
      }
      if (status.state() == QueryExecutionState.FAILED || status.state() == QueryExecutionState.CANCELLED) {
        throw new QueryFailedException(queryId, status.stateAsString(), status.stateChangeReason());
      }
      if (waited.compareTo(PATIENCE) > 0) {
        throw new QueryFailedException(queryId, status.stateAsString(), "not done after " + PATIENCE.toMinutes() + " minutes");
      }
      pause(wait);
      waited = waited.plus(wait);
    }
  }

  @Override
  public List<List<String>> rows(String queryId) {
    await(queryId);
    List<Row> rows = athena.getQueryResults(get -> get.queryExecutionId(queryId)).resultSet().rows();
    // Athena gives the column names as the first row.
    return rows.stream().skip(1).map(row -> row.data().stream().map(Datum::varCharValue).toList()).toList();
  }

  private void pause(Duration wait) {
    try {
      sleeper.sleep(wait);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting for Athena", stop);
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
