package sluice.extractors.kit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.extractors.kit.SourceChangedException;

class DatabaseTest {
  private static final Map<String, String> WHOLE = Map.of(
      "host", "db.internal", "port", "5433", "dbname", "rates & co", "username", "reader", "password", "p4ssw0rd");

  @Test
  void aSecretOfTheUsualShapeSaysItAll() {
    Database database = Database.of("sluice/x", WHOLE);
    assertThat(database.url()).isEqualTo("jdbc:postgresql://db.internal:5433/rates+%26+co");
    assertThat(database.properties()).containsEntry("user", "reader").containsEntry("password", "p4ssw0rd")
        .containsEntry("sslmode", "prefer").containsEntry("connectTimeout", "5").containsEntry("socketTimeout", "60");
  }

  @Test
  void theSecretMayDemandAnEncryptedConnection() {
    assertThat(Database.of("sluice/x", with("sslmode", "verify-full")).properties()).containsEntry("sslmode", "verify-full");
  }

  @Test
  void itsTextNeverShowsThePassword() {
    assertThat(Database.of("sluice/x", WHOLE)).hasToString("PostgreSQL db.internal:5433/rates & co");
  }

  @ParameterizedTest
  @ValueSource(strings = {"host", "dbname", "username", "password"})
  void aMissingKeyIsNamedAmongThoseThatAreThere(String key) {
    Map<String, String> values = new TreeMap<>(WHOLE);
    values.remove(key);
    assertThatThrownBy(() -> Database.of("sluice/x", values))
        .isInstanceOf(SourceChangedException.class)
        .hasMessage("S303 secret sluice/x has no key \"" + key + "\" (found: " + String.join(", ", values.keySet()) + ")");
  }

  @Test
  void aPortThatIsNoNumberIsRefusedWithoutShowingIt() {
    assertThatThrownBy(() -> Database.of("sluice/x", with("port", "p4ssw0rd")))
        .hasMessage("S303 secret sluice/x: expected a number as \"port\"");
  }

  private static Map<String, String> with(String key, String value) {
    Map<String, String> values = new TreeMap<>(WHOLE);
    values.put(key, value);
    return values;
  }
}
