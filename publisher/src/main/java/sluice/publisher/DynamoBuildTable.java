package sluice.publisher;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import sluice.lake.RunId;
import sluice.lake.Slot;

/** Lock and publication as two items of the ledger's table; every change of the lock is conditional on who held it. */
public final class DynamoBuildTable implements BuildTable {
  private static final Map<String, AttributeValue> LOCK = key("LOCK", "build");
  private static final Map<String, AttributeValue> PUBLICATION = key("PUBLICATION", "current");

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoBuildTable(DynamoDbClient dynamo, String table) {
    this.dynamo = Objects.requireNonNull(dynamo);
    this.table = Objects.requireNonNull(table);
  }

  @Override
  public Optional<LockHolder> lockHolder() {
    return item(LOCK).map(item -> new LockHolder(new RunId(item.get("runId").s()), item.get("executionArn").s()));
  }

  @Override
  public boolean takeLock(LockHolder mine) {
    return held(() -> dynamo.putItem(put -> put.tableName(table).item(lock(mine))
        .conditionExpression("attribute_not_exists(pk)")));
  }

  @Override
  public boolean takeLockFrom(LockHolder seen, LockHolder mine) {
    return held(() -> dynamo.putItem(put -> put.tableName(table).item(lock(mine))
        .conditionExpression("runId = :seen")
        .expressionAttributeValues(Map.of(":seen", text(seen.runId().value())))));
  }

  @Override
  public boolean releaseLock(RunId runId) {
    return held(() -> dynamo.deleteItem(delete -> delete.tableName(table).key(LOCK)
        .conditionExpression("runId = :mine")
        .expressionAttributeValues(Map.of(":mine", text(runId.value())))));
  }

  @Override
  public Optional<Publication> publication() {
    return item(PUBLICATION).map(item -> new Publication(
        Slot.of(item.get("slot").s()), new RunId(item.get("runId").s()), Publication.State.of(item.get("state").s())));
  }

  @Override
  public void remember(Publication publication) {
    dynamo.putItem(put -> put.tableName(table).item(Map.of(
        "pk", PUBLICATION.get("pk"),
        "sk", PUBLICATION.get("sk"),
        "slot", text(publication.slot().word()),
        "runId", text(publication.runId().value()),
        "state", text(publication.state().word()))));
  }

  private Optional<Map<String, AttributeValue>> item(Map<String, AttributeValue> key) {
    Map<String, AttributeValue> item =
        dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
    return item == null || item.isEmpty() ? Optional.empty() : Optional.of(item);
  }

  private static boolean held(Runnable change) {
    try {
      change.run();
      return true;
    } catch (ConditionalCheckFailedException somebodyElse) {
      return false;
    }
  }

  private static Map<String, AttributeValue> lock(LockHolder holder) {
    return Map.of("pk", LOCK.get("pk"), "sk", LOCK.get("sk"),
        "runId", text(holder.runId().value()), "executionArn", text(holder.executionArn()));
  }

  private static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", text(pk), "sk", text(sk));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
