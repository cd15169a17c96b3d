package sluice.extractors.kit.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import sluice.extractors.kit.Fault;
import sluice.extractors.kit.SourceChangedException;
import sluice.extractors.kit.SourceUnavailableException;
import sluice.lake.aws.AwsClients;
import sluice.lake.json.Json;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Secrets from AWS Secrets Manager. */
public final class SecretsManager implements Secrets {
  private final SecretsManagerClient client;

  public SecretsManager(SecretsManagerClient client) {
    this.client = client;
  }

  /** With region, keys and endpoint from AWS's own variables. */
  public static SecretsManager fromEnvironment() {
    return new SecretsManager(SecretsManagerClient.builder().httpClient(AwsClients.http()).build());
  }

  @Override
  public Map<String, String> read(String name) {
    try {
      return values(name, client.getSecretValue(request -> request.secretId(name)).secretString());
    } catch (ResourceNotFoundException absent) {
      throw new SourceChangedException(Fault.SECRET_INCOMPLETE, "there is no secret " + name, absent);
    } catch (SdkException failed) {
      String why = failed.getMessage();
      if (mayPass(failed)) {
        throw new SourceUnavailableException(Fault.SECRET_INCOMPLETE, "secret " + name + " cannot be read now: " + why, failed);
      }
      throw new SourceChangedException(Fault.SECRET_INCOMPLETE, "secret " + name + " cannot be read: " + why, failed);
    }
  }

  private static boolean mayPass(SdkException failed) {
    return !(failed instanceof AwsServiceException answer) || answer.isThrottlingException() || answer.statusCode() >= 500;
  }

  static Map<String, String> values(String name, String json) {
    JsonNode object;
    try {
      object = json == null ? null : Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      // Without the cause: a parser's message can quote what it read.
      throw notAnObject(name);
    }
    if (object == null || !object.isObject()) {
      throw notAnObject(name);
    }
    Map<String, String> values = new TreeMap<>();
    object.properties().forEach(field -> values.put(field.getKey(), field.getValue().asText()));
    return values;
  }

  private static SourceChangedException notAnObject(String name) {
    return new SourceChangedException(Fault.SECRET_INCOMPLETE, "secret " + name + " is no JSON object of keys and values");
  }
}
