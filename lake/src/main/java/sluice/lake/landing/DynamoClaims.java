package sluice.lake.landing;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import sluice.lake.RunId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Claims in the ledger's table: {@code CLAIM#<dataset>} / the object's uri. */
public final class DynamoClaims implements Claims {
  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoClaims(DynamoDbClient dynamo, String table) {
    this.dynamo = Objects.requireNonNull(dynamo);
    this.table = Objects.requireNonNull(table);
  }

  @Override
  public RunId claim(LandedObject object, RunId mine) {
    try {
      dynamo.putItem(put -> put.tableName(table)
          .item(Map.of("pk", key(object).get("pk"), "sk", key(object).get("sk"), "runId", AttributeValue.fromS(mine.value())))
          .conditionExpression("attribute_not_exists(pk)"));
      return mine;
    } catch (ConditionalCheckFailedException taken) {
      return of(object).orElseThrow(() -> new IllegalStateException("the claim on " + object.uri() + " was there and is gone", taken));
    }
  }

  @Override
  public Optional<RunId> of(LandedObject object) {
    Map<String, AttributeValue> item = dynamo.getItem(get -> get.tableName(table).key(key(object)).consistentRead(true)).item();
    return item == null || item.isEmpty() ? Optional.empty() : Optional.of(new RunId(item.get("runId").s()));
  }

  private static Map<String, AttributeValue> key(LandedObject object) {
    return Map.of("pk", AttributeValue.fromS("CLAIM#" + object.dataset()), "sk", AttributeValue.fromS(object.uri()));
  }
}
