package sluice.lake.landing;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import sluice.lake.RunId;
import sluice.lake.store.Sha256;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Claims in the ledger's table: {@code CLAIM#<dataset>} / the SHA-256 of the object's uri, which itself is in {@code object}.
 *
 * <p>Not the uri itself: a sort key ends at 1,024 bytes, and an object's key alone may have as many.
 */
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
          .item(item(object, mine))
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

  private static Map<String, AttributeValue> item(LandedObject object, RunId run) {
    Map<String, AttributeValue> item = new HashMap<>(key(object));
    item.put("runId", AttributeValue.fromS(run.value()));
    item.put("object", AttributeValue.fromS(object.uri()));
    return item;
  }

  private static Map<String, AttributeValue> key(LandedObject object) {
    String hash = Sha256.of(object.uri().getBytes(StandardCharsets.UTF_8));
    return Map.of("pk", AttributeValue.fromS("CLAIM#" + object.dataset()), "sk", AttributeValue.fromS(hash));
  }
}
