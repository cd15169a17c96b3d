package sluice.extractors.kit.jdbc;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.source.SourceSpec;
import sluice.lake.yaml.YamlNode;

/**
 * How a database source is asked: the {@code jdbc} part of its source.yml as a value.
 *
 * @param secret name of the secret with host, port, dbname, username and password
 * @param query ordered by something unique, because a later leg goes on at a row number
 * @param fetchRows rows per round trip, which is also how many are in memory at once
 */
public record JdbcConfig(String secret, String query, int fetchRows) {
  static final String UNKNOWN_SECRET = "C311";
  static final String QUERY = "C312";

  private static final Pattern ORDERED = Pattern.compile("(?is).*\\border\\s+by\\b.*");
  private static final Pattern BOUNDED = Pattern.compile("(?is).*\\b(limit|offset|fetch)\\b.*");

  /** Reads the settings of a source of kind jdbc, or reports all that is wrong with them. */
  public static JdbcConfig of(SourceSpec spec) throws InvalidInputException {
    return spec.settings().validated(jdbc -> read(jdbc, spec.secrets()));
  }

  private static JdbcConfig read(YamlNode jdbc, List<String> secrets) {
    jdbc.onlyKeys("secret", "query", "fetch_rows");
    return new JdbcConfig(
        secret(jdbc.need("secret"), secrets),
        query(jdbc.need("query")),
        (int) jdbc.need("fetch_rows").integer(1, 1_000_000));
  }

  private static String secret(YamlNode node, List<String> secrets) {
    String secret = node.text();
    if (!secret.isEmpty() && !secrets.contains(secret)) {
      node.refuse(UNKNOWN_SECRET, "the source may not read this secret", "one of secrets: " + String.join(", ", secrets), secret);
    }
    return secret;
  }

  private static String query(YamlNode node) {
    String query = node.text().strip();
    if (query.isEmpty()) {
      return query;
    }
    String start = query.toLowerCase(Locale.ROOT);
    if (!start.startsWith("select") && !start.startsWith("with")) {
      node.refuse(QUERY, "the query does not read", "select … or with … select …", query.split("\\s", 2)[0]);
    } else if (query.contains(";")) {
      node.refuse(QUERY, "the query is more than one statement", "no semicolon", ";");
    } else if (!ORDERED.matcher(query).matches()) {
      node.refuse(QUERY, "the query has no order",
          "order by columns that are unique together: a long extraction goes on at a row number", "no order by");
    } else if (BOUNDED.matcher(query.substring(start.lastIndexOf("order"))).matches()) {
      node.refuse(QUERY, "the query bounds its rows itself",
          "no limit, offset or fetch: limits.rows is the bound", "limit, offset or fetch after order by");
    }
    return query;
  }
}
