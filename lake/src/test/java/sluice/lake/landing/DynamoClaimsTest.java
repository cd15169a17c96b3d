package sluice.lake.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.lake.DatasetName;
import sluice.lake.RunId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

class DynamoClaimsTest {
  private static final LandedObject OBJECT = new LandedObject(new DatasetName("orders"), "b", "orders/a.csv", "v1");
  private static final RunId FIRST = new RunId("land-1");

  private final Table table = new Table();
  private final Claims claims = new DynamoClaims(table, "ledger");

  @Test
  void theFirstClaimStands() {
    assertThat(claims.of(OBJECT)).isEmpty();
    assertThat(claims.claim(OBJECT, FIRST)).isEqualTo(FIRST);
    assertThat(claims.claim(OBJECT, new RunId("land-2"))).isEqualTo(FIRST);
    assertThat(claims.of(OBJECT)).contains(FIRST);
  }

  @Test
  void aKeyAsLongAsS3AllowsCanBeClaimed() {
    LandedObject longest = new LandedObject(new DatasetName("orders"), "b", "orders/" + "ą".repeat(508) + "b", "v1");
    assertThat(claims.claim(longest, FIRST)).isEqualTo(FIRST);
    Map<String, AttributeValue> item = table.items.values().iterator().next();
    assertThat(item.get("sk").s()).hasSize(64);
    assertThat(item.get("object").s()).isEqualTo(longest.uri());
  }

  /** One table that keeps the condition of a claim. */
  private static final class Table implements DynamoDbClient {
    private final Map<String, Map<String, AttributeValue>> items = new HashMap<>();

    @Override
    public PutItemResponse putItem(PutItemRequest put) {
      assertThat(put.conditionExpression()).isEqualTo("attribute_not_exists(pk)");
      if (items.putIfAbsent(key(put.item()), put.item()) != null) {
        throw ConditionalCheckFailedException.builder().build();
      }
      return PutItemResponse.builder().build();
    }

    @Override
    public GetItemResponse getItem(GetItemRequest get) {
      return GetItemResponse.builder().item(items.get(key(get.key()))).build();
    }

    private static String key(Map<String, AttributeValue> item) {
      return item.get("pk").s() + " " + item.get("sk").s();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
