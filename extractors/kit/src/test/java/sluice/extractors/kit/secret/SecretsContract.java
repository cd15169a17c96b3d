package sluice.extractors.kit.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.extractors.kit.SourceChangedException;
import sluice.lake.aws.LocalAws;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Secrets as a Secrets Manager keeps them: with versions, stages and a time between deletion and end. */
abstract class SecretsContract {
  private final String name = LocalAws.fresh("sluice/source");
  private final SecretsManagerClient manager;
  private final Secrets secrets;

  SecretsContract(LocalAws aws) {
    manager = aws.client(SecretsManagerClient.builder());
    secrets = new SecretsManager(manager);
  }

  @Test
  void theKeysAndValuesOfASecretAreRead() {
    create("{\"host\":\"db.example\",\"port\":5432,\"password\":\"zażółć \\\"quoted\\\"\"}");
    assertThat(secrets.read(name)).isEqualTo(Map.of("host", "db.example", "port", "5432", "password", "zażółć \"quoted\""));
  }

  @Test
  void aSecretThatIsMissingIsNamed() {
    assertThatThrownBy(() -> secrets.read(name))
        .isInstanceOf(SourceChangedException.class)
        .hasMessage("S303 there is no secret " + name);
  }

  @Test
  void whatIsReadAfterARotationIsTheNewValue() {
    create("{\"password\":\"old\"}");
    assertThat(secrets.read(name)).isEqualTo(Map.of("password", "old"));
    manager.putSecretValue(put -> put.secretId(name).secretString("{\"password\":\"new\"}"));
    assertThat(secrets.read(name)).isEqualTo(Map.of("password", "new"));
  }

  @Test
  void aValueThatARotationStillTriesIsNotRead() {
    create("{\"password\":\"old\"}");
    manager.putSecretValue(put -> put.secretId(name).secretString("{\"password\":\"tried\"}").versionStages("AWSPENDING"));
    assertThat(secrets.read(name)).isEqualTo(Map.of("password", "old"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"p4ssw0rd", "[\"p4ssw0rd\"]", "\"p4ssw0rd\"", "{\"password\":\"p4ssw0rd\""})
  void aSecretOfAnotherShapeIsNeverShown(String text) {
    create(text);
    assertThatThrownBy(() -> secrets.read(name))
        .isInstanceOf(SourceChangedException.class)
        .hasMessage("S303 secret " + name + " is no JSON object of keys and values")
        .hasNoCause();
  }

  @Test
  void aBinarySecretIsNoObject() {
    manager.createSecret(create -> create.name(name).secretBinary(SdkBytes.fromUtf8String("{\"password\":\"p4ssw0rd\"}")));
    assertThatThrownBy(() -> secrets.read(name))
        .isInstanceOf(SourceChangedException.class)
        .hasMessage("S303 secret " + name + " is no JSON object of keys and values");
  }

  @Test
  void aSecretThatIsToBeDeletedCannotBeReadAndComingAgainDoesNotHelp() {
    create("{\"password\":\"p4ssw0rd\"}");
    manager.deleteSecret(delete -> delete.secretId(name).recoveryWindowInDays(7L));
    assertThatThrownBy(() -> secrets.read(name))
        .isInstanceOf(SourceChangedException.class)
        .hasMessageStartingWith("S303 secret " + name + " cannot be read: ")
        .hasMessageNotContaining("p4ssw0rd");
  }

  private void create(String text) {
    manager.createSecret(create -> create.name(name).secretString(text));
  }
}
