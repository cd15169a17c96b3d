package sluice.lake.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import sluice.lake.RunId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The run ledger in a DynamoDB table with the text keys {@code pk} and {@code sk}.
 *
 * <p>A run is kept under {@code RUN} by the time it started, and found by its id through a second, small item.
 */
public final class DynamoRunLedger implements RunLedger {
  private static final String RUNS = "RUN";
  private static final String IDS = "RUN_ID";
  // Always three digits of a second: Instant's own text leaves zeros out and would then sort wrongly.
  private static final DateTimeFormatter SORTABLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoRunLedger(DynamoDbClient dynamo, String table) {
    this.dynamo = Objects.requireNonNull(dynamo);
    this.table = Objects.requireNonNull(table);
  }

  @Override
  public void record(RunRecord run) {
    String sortKey = sortKey(run.startedAt(), run.runId());
    // The record first: a crash in between leaves a run that is listed, never an id that leads nowhere.
    dynamo.putItem(put -> put.tableName(table).item(Map.of(
        "pk", text(RUNS),
        "sk", text(sortKey),
        "runId", text(run.runId().value()),
        "status", text(run.status().name()),
        "record", text(run.toJson()))));
    dynamo.putItem(put -> put.tableName(table).item(Map.of(
        "pk", text(IDS),
        "sk", text(run.runId().value()),
        "run", text(sortKey))));
  }

  @Override
  public Optional<RunRecord> find(RunId id) {
    return item(IDS, id.value())
        .flatMap(pointer -> item(RUNS, pointer.get("run").s()))
        .map(DynamoRunLedger::run);
  }

  @Override
  public List<RunRecord> latest(int n) {
    List<RunRecord> runs = new ArrayList<>();
    Map<String, AttributeValue> after = Map.of();
    do {
      QueryRequest request = QueryRequest.builder()
          .tableName(table)
          .keyConditionExpression("pk = :runs")
          .expressionAttributeValues(Map.of(":runs", text(RUNS)))
          .scanIndexForward(false)
          .consistentRead(true)
          .limit(Math.max(1, n - runs.size()))
          .exclusiveStartKey(after.isEmpty() ? null : after)
          .build();
      QueryResponse page = dynamo.query(request);
      page.items().forEach(item -> runs.add(run(item)));
      after = page.lastEvaluatedKey();
    } while (!after.isEmpty() && runs.size() < n);
    return List.copyOf(runs.subList(0, Math.min(Math.max(n, 0), runs.size())));
  }

  static String sortKey(Instant startedAt, RunId id) {
    return SORTABLE.format(startedAt) + "#" + id;
  }

  private Optional<Map<String, AttributeValue>> item(String pk, String sk) {
    Map<String, AttributeValue> item = dynamo.getItem(get -> get.tableName(table)
        .key(Map.of("pk", text(pk), "sk", text(sk)))
        .consistentRead(true)).item();
    return item == null || item.isEmpty() ? Optional.empty() : Optional.of(item);
  }

  private static RunRecord run(Map<String, AttributeValue> item) {
    return RunRecord.fromJson(item.get("record").s());
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
