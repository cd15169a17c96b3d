package sluice.lake.aws;

import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * AWS clients as every function wants them: small and quick to start.
 *
 * <p>Region, keys and endpoint come from AWS's own variables.
 */
public final class AwsClients {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private AwsClients() {}

  /** Does not retry: the object store does, and tells what it tried. */
  public static S3Client s3() {
    return S3Client.builder()
        .httpClient(http())
        .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }

  public static DynamoDbClient dynamoDb() {
    return DynamoDbClient.builder().httpClient(http()).build();
  }

  /** The one HTTP client that is 33 KB instead of many megabytes, for clients of other services too. */
  public static SdkHttpClient http() {
    return UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ANSWER).build();
  }
}
