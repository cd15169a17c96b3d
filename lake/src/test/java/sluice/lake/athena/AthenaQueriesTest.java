package sluice.lake.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.GetQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.GetQueryExecutionResponse;
import software.amazon.awssdk.services.athena.model.GetQueryResultsRequest;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.Row;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionResponse;

class AthenaQueriesTest {
  private final OneQuery athena = new OneQuery();
  private final List<Duration> waits = new ArrayList<>();
  private final AthenaQueries queries = new AthenaQueries(athena, "sluice", "sluice_curated", waits::add);

  @AfterEach
  void leaveNoInterrupt() {
    Thread.interrupted();
  }

  @Test
  void startsInTheWorkgroupAndTheDatabaseItWasGiven() {
    assertThat(queries.start("SELECT 1")).isEqualTo("q1");
    assertThat(athena.asked.queryString()).isEqualTo("SELECT 1");
    assertThat(athena.asked.workGroup()).isEqualTo("sluice");
    assertThat(athena.asked.queryExecutionContext().database()).isEqualTo("sluice_curated");
  }

  @Test
  void givesTheRowsWithoutTheColumnNames() {
    athena.states(QueryExecutionState.SUCCEEDED).rows(List.of(List.of("mart", "rows"), List.of("job_postings", "361")));
    assertThat(queries.rows("q1")).containsExactly(List.of("job_postings", "361"));
  }

  @Test
  void givesNoRowsWhereThereIsNotEvenAHeader() {
    athena.states(QueryExecutionState.SUCCEEDED).rows(List.of());
    assertThat(queries.rows("q1")).isEmpty();
  }

  @Test
  void asksLessAndLessOftenWhileItRuns() {
    QueryExecutionState[] states = new QueryExecutionState[9];
    java.util.Arrays.fill(states, QueryExecutionState.RUNNING);
    states[0] = QueryExecutionState.QUEUED;
    states[8] = QueryExecutionState.SUCCEEDED;
    athena.states(states).rows(List.of());
    queries.await("q1");
    assertThat(waits).extracting(Duration::toMillis).containsExactly(50L, 100L, 200L, 400L, 800L, 1600L, 2000L, 2000L);
  }

  @Test
  void saysWhyAQueryFailed() {
    athena.states(QueryExecutionState.FAILED);
    assertThatThrownBy(() -> queries.await("q1"))
        .isInstanceOf(QueryFailedException.class)
        .hasMessage("query q1 is FAILED: told to");
  }

  @Test
  void takesACancelledQueryForFailed() {
    athena.states(QueryExecutionState.CANCELLED);
    assertThatThrownBy(() -> queries.await("q1")).hasMessage("query q1 is CANCELLED: told to");
  }

  @Test
  void doesNotWaitForEver() {
    athena.always(QueryExecutionState.RUNNING);
    assertThatThrownBy(() -> queries.await("q1")).hasMessage("query q1 is RUNNING: not done after 10 minutes");
  }

  @Test
  void stopsWaitingWhenItIsToldTo() {
    athena.always(QueryExecutionState.RUNNING);
    AthenaQueries interrupted = new AthenaQueries(athena, "sluice", "sluice_curated", time -> {
      throw new InterruptedException();
    });
    assertThatThrownBy(() -> interrupted.await("q1")).hasMessage("stopped while waiting for Athena");
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  /** One query that goes through the states a test names. */
  private static final class OneQuery implements AthenaClient {
    private final Deque<QueryExecutionState> states = new ArrayDeque<>();
    private List<Row> rows = List.of();
    private QueryExecutionState last = QueryExecutionState.QUEUED;
    private StartQueryExecutionRequest asked;

    OneQuery states(QueryExecutionState... next) {
      states.addAll(List.of(next));
      return this;
    }

    void always(QueryExecutionState state) {
      last = state;
    }

    void rows(List<List<String>> values) {
      rows = values.stream()
          .map(row -> Row.builder().data(row.stream().map(text -> Datum.builder().varCharValue(text).build()).toList()).build())
          .toList();
    }

    @Override
    public StartQueryExecutionResponse startQueryExecution(StartQueryExecutionRequest request) {
      asked = request;
      return StartQueryExecutionResponse.builder().queryExecutionId("q1").build();
    }

    @Override
    public GetQueryExecutionResponse getQueryExecution(GetQueryExecutionRequest request) {
      last = states.isEmpty() ? last : states.removeFirst();
      return GetQueryExecutionResponse.builder()
          .queryExecution(query -> query.status(status -> status.state(last).stateChangeReason("told to")))
          .build();
    }

    @Override
    public GetQueryResultsResponse getQueryResults(GetQueryResultsRequest request) {
      return GetQueryResultsResponse.builder().resultSet(set -> set.rows(rows)).build();
    }

    @Override
    public String serviceName() {
      return "athena";
    }

    @Override
    public void close() {}
  }
}
