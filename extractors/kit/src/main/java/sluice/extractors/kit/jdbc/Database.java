package sluice.extractors.kit.jdbc;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import sluice.extractors.kit.Fault;
import sluice.extractors.kit.SourceChangedException;

/** Where a database is and as whom it is entered; its text shows everything but the password. */
record Database(String host, int port, String name, String user, String password, String sslMode) {
  private static final String DEFAULT_PORT = "5432";

  /** Takes the place from a secret of the shape that AWS gives database secrets. */
  static Database of(String secret, Map<String, String> values) {
    String port = values.getOrDefault("port", DEFAULT_PORT);
    if (!port.matches("[0-9]{1,5}")) {
      throw new SourceChangedException(Fault.SECRET_INCOMPLETE, "secret " + secret + ": expected a number as \"port\"");
    }
    return new Database(need(secret, values, "host"), Integer.parseInt(port), need(secret, values, "dbname"),
        need(secret, values, "username"), need(secret, values, "password"), values.getOrDefault("sslmode", "prefer"));
  }

  private static String need(String secret, Map<String, String> values, String key) {
    String value = values.get(key);
    if (value == null || value.isBlank()) {
      throw new SourceChangedException(Fault.SECRET_INCOMPLETE,
          "secret " + secret + " has no key \"" + key + "\" (found: " + String.join(", ", new TreeSet<>(values.keySet())) + ")");
    }
    return value;
  }

  String url() {
    return "jdbc:postgresql://" + host + ":" + port + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  /** Every wait of the driver is bounded: what the network swallows must not cost the whole leg. */
  Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("sslmode", sslMode);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("loginTimeout", "10");
    properties.setProperty("socketTimeout", "60");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("ApplicationName", "sluice");
    properties.setProperty("readOnly", "true");
    properties.setProperty("options", "-c statement_timeout=60000");
    return properties;
  }

  @Override
  public String toString() {
    return "PostgreSQL " + host + ":" + port + "/" + name;
  }
}
