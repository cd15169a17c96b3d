package sluice.lake.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

class AwsClientsTest {
  @Test
  void theClientOfTheObjectStoreLeavesRetriesToIt() {
    try (S3Client s3 = AwsClients.s3()) {
      assertThat(s3.serviceClientConfiguration().overrideConfiguration().retryStrategy())
          .hasValueSatisfying(strategy -> assertThat(strategy.maxAttempts()).isEqualTo(1));
      assertThat(s3.serviceClientConfiguration().region()).isEqualTo(Region.EU_CENTRAL_1);
    }
  }

  @Test
  void theClientOfTheLedgerRetriesByItself() {
    try (DynamoDbClient dynamo = AwsClients.dynamoDb()) {
      assertThat(dynamo.serviceClientConfiguration().overrideConfiguration().retryStrategy())
          .hasValueSatisfying(strategy -> assertThat(strategy.maxAttempts()).isGreaterThan(1));
    }
  }
}
