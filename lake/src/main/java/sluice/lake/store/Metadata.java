package sluice.lake.store;

import java.util.Map;
import java.util.regex.Pattern;

/** Refuses metadata that S3 would not give back as it was. */
public final class Metadata {
  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern VALUE = Pattern.compile("[!-~]([ -~]{0,1022}[!-~])?");

  private Metadata() {}

  public static Map<String, String> checked(Map<String, String> metadata) {
    metadata.forEach((key, value) -> {
      if (!KEY.matcher(key).matches()) {
        throw new IllegalArgumentException("metadata key: expected lower-case letters, digits and -, found " + key);
      }
      if (!VALUE.matcher(value).matches()) {
        throw new IllegalArgumentException("metadata " + key + ": expected printable ASCII, found another text");
      }
    });
    return Map.copyOf(metadata);
  }
}
