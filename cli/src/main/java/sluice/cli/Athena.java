package sluice.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import sluice.cli.installation.Installation;
import sluice.lake.Zone;
import sluice.local.world.Names;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.ColumnInfo;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.Row;

/** Runs a query on what readers see and waits for its answer. */
final class Athena {
  private static final Duration POLL = Duration.ofMillis(50);
  private final Installation here;
  private final AthenaClient athena;

  Athena(Installation here) {
    this.here = here;
    this.athena = here.client(AthenaClient.builder());
  }

  record Column(String name, String type) {}

  /** Rows are texts as Athena gives them; a null is a null. {@code truncated}: there were more rows than asked for. */
  record Answer(List<Column> columns, List<List<String>> rows, long scannedBytes, Duration took, Cut cut) {}

  enum Cut {
    WHOLE,
    TRUNCATED
  }

  /** The engine refused the query; the message is the engine's own, with its line and column. */
  static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedException(String message) {
      super(message);
    }
  }

  Answer query(String sql, int limit) throws InterruptedException {
    String id = athena.startQueryExecution(request -> request.queryString(sql)
        .workGroup(Names.WORKGROUP)
        .queryExecutionContext(context -> context.catalog("awsdatacatalog").database(Names.CURATED_DATABASE))
        .resultConfiguration(result -> result.outputLocation("s3://" + here.address().bucket(Zone.ATHENA_RESULTS) + "/" + Zone.ATHENA_RESULTS.prefix() + "cli/")))
        .queryExecutionId();
    QueryExecution execution = await(id);
    if (execution.status().state() != QueryExecutionState.SUCCEEDED) {
      throw new RefusedException(execution.status().stateChangeReason());
    }
    return answer(execution, limit);
  }

  private QueryExecution await(String id) throws InterruptedException {
    while (true) {
      QueryExecution execution = athena.getQueryExecution(request -> request.queryExecutionId(id)).queryExecution();
      switch (execution.status().state()) {
        case SUCCEEDED, FAILED, CANCELLED, UNKNOWN_TO_SDK_VERSION -> {
          return execution;
        }
        case QUEUED, RUNNING -> Thread.sleep(here.paced(POLL));
      }
    }
  }

  private Answer answer(QueryExecution execution, int limit) {
    List<Column> columns = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    boolean headed = "DML".equals(execution.statementTypeAsString());
    boolean more = false;
    for (var page : athena.getQueryResultsPaginator(request -> request.queryExecutionId(execution.queryExecutionId()))) {
      if (columns.isEmpty()) {
        for (ColumnInfo column : page.resultSet().resultSetMetadata().columnInfo()) {
          columns.add(new Column(column.name(), column.type()));
        }
      }
      for (Row row : page.resultSet().rows()) {
        if (headed) {
          headed = false; // the first row of a SELECT repeats the column names
          continue;
        }
        if (rows.size() == limit) {
          more = true;
          break;
        }
        rows.add(row.data().stream().map(Datum::varCharValue).toList());
      }
      if (more) {
        break;
      }
    }
    var statistics = execution.statistics();
    long scanned = statistics == null || statistics.dataScannedInBytes() == null ? 0 : statistics.dataScannedInBytes();
    long took = statistics == null || statistics.totalExecutionTimeInMillis() == null ? 0 : statistics.totalExecutionTimeInMillis();
    return new Answer(List.copyOf(columns), rows, scanned, Duration.ofMillis(took), more ? Cut.TRUNCATED : Cut.WHOLE);
  }
}
