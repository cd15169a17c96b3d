package sluice.local.world.provision;

import sluice.lake.Zone;
import sluice.local.world.Aws;
import sluice.local.world.Names;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.EventBridgeConfiguration;

/** A versioned bucket for every zone, and the ledger's table. */
final class Storage {
  private Storage() {}

  static void provision(Aws aws) {
    S3Client s3 = aws.client(S3Client.builder());
    for (Zone zone : Zone.values()) {
      bucket(s3, zone);
    }
    ledger(aws.client(DynamoDbClient.builder()));
  }

  private static void bucket(S3Client s3, Zone zone) {
    String name = Names.bucket(zone);
    try {
      s3.createBucket(request -> request.bucket(name).createBucketConfiguration(region -> region.locationConstraint(Names.REGION)));
    } catch (BucketAlreadyOwnedByYouException e) {
      return;
    }
    s3.putBucketVersioning(request -> request.bucket(name)
        .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
    if (zone == Zone.LANDING || zone == Zone.REPLAY) {
      s3.putBucketNotificationConfiguration(request -> request.bucket(name)
          .notificationConfiguration(events -> events.eventBridgeConfiguration(EventBridgeConfiguration.builder().build())));
    }
  }

  private static void ledger(DynamoDbClient dynamo) {
    try {
      dynamo.createTable(request -> request.tableName(Names.LEDGER_TABLE)
          .billingMode(BillingMode.PAY_PER_REQUEST)
          .attributeDefinitions(text("pk"), text("sk"))
          .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
    } catch (ResourceInUseException e) {
      // Kept from an earlier start of this world.
      return;
    }
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder().attributeName(name).attributeType(ScalarAttributeType.S).build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
