package sluice.lake.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.lake.RunId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/** How a claim lies in its table. */
class DynamoClaimsTest {
  private final Table table = new Table();
  private final Claims claims = new DynamoClaims(table, "ledger");

  @Test
  void isKeyedByAHashAndNamesItsObject() {
    claims.claim(ClaimsContract.LONGEST_KEY, ClaimsContract.FIRST);
    Map<String, AttributeValue> item = table.items.values().iterator().next();
    assertThat(item.get("pk").s()).isEqualTo("CLAIM#orders");
    assertThat(item.get("sk").s()).hasSize(64);
    assertThat(item.get("object").s()).isEqualTo(ClaimsContract.LONGEST_KEY.uri());
  }

  @Test
  void aClaimThatIsTakenAndGoneIsNobodysClaim() {
    claims.claim(ClaimsContract.OBJECT, ClaimsContract.FIRST);
    table.forgetful = true;
    assertThatThrownBy(() -> claims.claim(ClaimsContract.OBJECT, new RunId("land-2")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the claim on s3://b/orders/a.csv?versionId=v1 was there and is gone");
  }

  /** One table that keeps the condition of a claim. */
  private static final class Table implements DynamoDbClient {
    private final Map<String, Map<String, AttributeValue>> items = new HashMap<>();
    private boolean forgetful;

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
      return GetItemResponse.builder().item(forgetful ? null : items.get(key(get.key()))).build();
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
