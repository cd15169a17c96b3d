package sluice.lake.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import sluice.lake.DatasetName;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Verdicts in the ledger's table: {@code VERDICT#<dataset>} / {@code <ingest date>#<object>#c<contract version>}, and
 * the newest sequence of each scope under {@code SCOPE#<dataset>} / {@code <scope>}.
 */
public final class DynamoVerdictLedger implements VerdictLedger {
  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoVerdictLedger(DynamoDbClient dynamo, String table) {
    this.dynamo = Objects.requireNonNull(dynamo);
    this.table = Objects.requireNonNull(table);
  }

  @Override
  public Optional<ObjectVerdict> find(DatasetName dataset, LocalDate ingestDate, String object, int contractVersion) {
    Map<String, AttributeValue> item = dynamo.getItem(get -> get.tableName(table)
        .key(Map.of("pk", text(partition(dataset)), "sk", text(sort(ingestDate, object, contractVersion))))
        .consistentRead(true)).item();
    return item == null || item.isEmpty() ? Optional.empty() : Optional.of(verdict(item));
  }

  @Override
  public List<ObjectVerdict> inScope(VerdictScope scope) {
    return query(scope.dataset(), scope.ingestDate()).stream().sorted(Comparator.comparingLong(ObjectVerdict::sequence)).toList();
  }

  @Override
  public List<ObjectVerdict> ofDate(DatasetName dataset, LocalDate ingestDate) {
    return query(dataset, Optional.of(ingestDate));
  }

  @Override
  public boolean commit(VerdictScope scope, ObjectVerdict verdict) {
    Map<String, AttributeValue> head = Map.of(
        "pk", text("SCOPE#" + scope.dataset()), "sk", text(scope.word()), "sequence", number(verdict.sequence()));
    Map<String, AttributeValue> item = Map.of(
        "pk", text(partition(verdict.dataset())),
        "sk", text(sort(verdict.ingestDate(), verdict.object(), verdict.contractVersion())),
        "judgedBy", text(verdict.judgedBy().value()),
        "verdict", text(verdict.toJson()));
    try {
      dynamo.transactWriteItems(write -> write.transactItems(List.of(
          TransactWriteItem.builder().put(next(head, verdict.sequence())).build(),
          TransactWriteItem.builder().put(Put.builder().tableName(table).item(item).conditionExpression("attribute_not_exists(pk)").build()).build())));
      return true;
    } catch (TransactionCanceledException somebodyWasFaster) {
      if (somebodyWasFaster.cancellationReasons().stream().noneMatch(reason ->
          "ConditionalCheckFailed".equals(reason.code()) || "TransactionConflict".equals(reason.code()))) {
        throw somebodyWasFaster;
      }
      // Perhaps our own attempt, whose answer was lost.
      return find(verdict.dataset(), verdict.ingestDate(), verdict.object(), verdict.contractVersion())
          .filter(verdict::equals).isPresent();
    }
  }

  private Put next(Map<String, AttributeValue> head, long sequence) {
    Put.Builder put = Put.builder().tableName(table).item(head);
    return sequence == 1
        ? put.conditionExpression("attribute_not_exists(pk)").build()
        : put.conditionExpression("#sequence = :before")
            .expressionAttributeNames(Map.of("#sequence", "sequence"))
            .expressionAttributeValues(Map.of(":before", number(sequence - 1)))
            .build();
  }

  private List<ObjectVerdict> query(DatasetName dataset, Optional<LocalDate> date) {
    QueryRequest.Builder request = QueryRequest.builder().tableName(table).consistentRead(true);
    if (date.isPresent()) {
      request.keyConditionExpression("pk = :dataset and begins_with(sk, :date)")
          .expressionAttributeValues(Map.of(":dataset", text(partition(dataset)), ":date", text(date.get() + "#")));
    } else {
      request.keyConditionExpression("pk = :dataset").expressionAttributeValues(Map.of(":dataset", text(partition(dataset))));
    }
    return dynamo.queryPaginator(request.build()).items().stream().map(DynamoVerdictLedger::verdict).toList();
  }

  private static ObjectVerdict verdict(Map<String, AttributeValue> item) {
    return ObjectVerdict.fromJson(item.get("verdict").s());
  }

  private static String partition(DatasetName dataset) {
    return "VERDICT#" + dataset;
  }

  private static String sort(LocalDate ingestDate, String object, int contractVersion) {
    return ingestDate + "#" + object + "#c" + contractVersion;
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
