package sluice.lake.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** One table in memory, which answers a query two items at a time and takes no item of more than 400 KB. */
final class FakeDynamo implements DynamoDbClient {
  private static final int PAGE = 2;
  private static final int LARGEST_ITEM = 400 * 1024;
  private final TreeMap<String, Map<String, AttributeValue>> items = new TreeMap<>();

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    int size = request.item().entrySet().stream().mapToInt(entry -> entry.getKey().length() + entry.getValue().s().length()).sum();
    if (size > LARGEST_ITEM) {
      throw DynamoDbException.builder().statusCode(400).message("Item size has exceeded the maximum allowed size").build();
    }
    items.put(key(request.item()), request.item());
    return PutItemResponse.builder().build();
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return GetItemResponse.builder().item(items.get(key(request.key()))).build();
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    String partition = request.expressionAttributeValues().get(":runs").s();
    String before = request.hasExclusiveStartKey() ? key(request.exclusiveStartKey()) : "\uffff";
    List<Map<String, AttributeValue>> found = items.headMap(before, false).descendingMap().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(partition + "|"))
        .map(Map.Entry::getValue)
        .limit(Math.min(PAGE, request.limit()))
        .collect(Collectors.toList());
    QueryResponse.Builder answer = QueryResponse.builder().items(found);
    if (found.size() == PAGE) {
      answer.lastEvaluatedKey(Map.of("pk", found.getLast().get("pk"), "sk", found.getLast().get("sk")));
    }
    return answer.build();
  }

  private static String key(Map<String, AttributeValue> item) {
    return item.get("pk").s() + "|" + item.get("sk").s();
  }

  @Override
  public String serviceName() {
    return "dynamodb";
  }

  @Override
  public void close() {}
}
