package sluice.lake.aws;

import java.net.URI;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * An AWS of this machine, shared by all tests of a room: each test takes buckets, tables and names of its own.
 *
 * <p>{@link OnMiniStack} and {@link OnLocalStack} hand it to a test class's constructor.
 */
public record LocalAws(URI endpoint) {
  private static final Region REGION = Region.EU_CENTRAL_1;

  /** Gives a client all that comes from the environment elsewhere, and short pages. */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .endpointOverride(endpoint)
        .region(REGION)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClient(AwsClients.http())
        .overrideConfiguration(builder.overrideConfiguration().copy(more -> more.addExecutionInterceptor(new ShortPages())))
        .build();
  }

  public DynamoDbClient dynamoDb() {
    return client(DynamoDbClient.builder());
  }

  /** A name that no other test has. */
  public static String fresh(String prefix) {
    return prefix + "-" + UUID.randomUUID();
  }

  /** A new table with the ledger's keys, empty. */
  public String ledgerTable() {
    String table = fresh("ledger");
    try (DynamoDbClient dynamo = dynamoDb()) {
      dynamo.createTable(create -> create.tableName(table).billingMode(BillingMode.PAY_PER_REQUEST)
          .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
          .attributeDefinitions(text("pk"), text("sk")));
      dynamo.waiter().waitUntilTableExists(wait -> wait.tableName(table));
    }
    return table;
  }

  /** A new bucket, empty. */
  public String bucket(S3Client s3) {
    String bucket = fresh("bucket");
    s3.createBucket(create -> create.bucket(bucket)
        .createBucketConfiguration(where -> where.locationConstraint(REGION.id())));
    return bucket;
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder().attributeName(name).attributeType(ScalarAttributeType.S).build();
  }
}
