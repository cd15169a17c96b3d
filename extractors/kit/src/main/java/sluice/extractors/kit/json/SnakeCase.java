package sluice.extractors.kit.json;

import java.util.Locale;

/** Gives a field of a source the name that a column has: {@code fullyRemote} becomes {@code fully_remote}. */
public final class SnakeCase {
  private SnakeCase() {}

  public static String of(String field) {
    return field
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
        .replaceAll("[^A-Za-z0-9_]+", "_")
        .toLowerCase(Locale.ROOT);
  }
}
