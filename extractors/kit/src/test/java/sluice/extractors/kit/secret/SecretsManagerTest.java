package sluice.extractors.kit.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.extractors.kit.SourceChangedException;
import sluice.extractors.kit.SourceUnavailableException;
import sluice.extractors.kit.http.ScriptedSite;
import sluice.lake.aws.AwsClients;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Against the answers of the real service, served from here. */
@Timeout(60)
class SecretsManagerTest {
  private static final String JSON = "application/x-amz-json-1.1";

  @Test
  void theKeysAndValuesOfTheSecretAreRead() {
    try (ScriptedSite aws = answering(200, "{\"Name\":\"sluice/x\",\"SecretString\":\"{\\\"host\\\":\\\"h\\\",\\\"port\\\":5432}\"}")) {
      assertThat(secrets(aws).read("sluice/x")).isEqualTo(Map.of("host", "h", "port", "5432"));
      assertThat(aws.requests().getFirst().body()).isEqualTo("{\"SecretId\":\"sluice/x\"}");
    }
  }

  @Test
  void aRefusalIsPassedOn() {
    try (ScriptedSite aws = answering(400, "{\"__type\":\"AccessDeniedException\",\"Message\":\"not you\"}")) {
      assertThatThrownBy(() -> secrets(aws).read("sluice/x"))
          .isInstanceOf(SourceChangedException.class)
          .hasMessageStartingWith("S303 secret sluice/x cannot be read: not you");
    }
  }

  @Test
  void aServiceThatCannotAnswerNowIsTheWorldsFault() {
    try (ScriptedSite aws = answering(503, "{\"__type\":\"InternalServiceError\",\"Message\":\"later\"}")) {
      assertThatThrownBy(() -> secrets(aws).read("sluice/x"))
          .isInstanceOf(SourceUnavailableException.class)
          .hasMessageStartingWith("S303 secret sluice/x cannot be read now: ");
    }
    ScriptedSite closed = answering(200, "{}");
    closed.close();
    assertThatThrownBy(() -> secrets(closed).read("sluice/x"))
        .isInstanceOf(SourceUnavailableException.class)
        .hasMessageStartingWith("S303 secret sluice/x cannot be read now: ");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "p4ssw0rd"})
  void aSecretOfAnotherShapeIsNeverShown(String json) {
    assertThatThrownBy(() -> SecretsManager.values("sluice/x", json))
        .isInstanceOf(SourceChangedException.class)
        .hasMessage("S303 secret sluice/x is no JSON object of keys and values")
        .hasNoCause();
  }

  private static ScriptedSite answering(int status, String body) {
    return ScriptedSite.replying(ScriptedSite.reply(status, body, "Content-Type: " + JSON));
  }

  private static SecretsManager secrets(ScriptedSite aws) {
    return new SecretsManager(SecretsManagerClient.builder()
        .httpClient(AwsClients.http())
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .endpointOverride(URI.create("http://127.0.0.1:" + aws.port()))
        .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build());
  }
}
