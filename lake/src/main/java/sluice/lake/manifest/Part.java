package sluice.lake.manifest;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One line of a manifest: an object, and everything needed to see that it is whole.
 *
 * @param rows how many there are; 0 for a copy of a landed object, which nobody has counted yet
 * @param origin the landed object that this one is a copy of, as {@code s3://bucket/key?versionId=…}; null for an extracted one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Part(int index, String key, long bytes, long rows, String sha256, String origin) {
  /** A part that an extractor wrote. */
  public Part(int index, String key, long bytes, long rows, String sha256) {
    this(index, key, bytes, rows, sha256, null);
  }

  public Part {
    if (index < 0 || bytes < 0 || rows < 0) {
      throw new ManifestException("part " + index + " has a negative number: " + bytes + " bytes, " + rows + " rows");
    }
    if (key == null || key.isBlank()) {
      throw new ManifestException("part " + index + " has no key");
    }
    if (sha256 == null || !sha256.matches("[0-9a-f]{64}")) {
      throw new ManifestException("part " + index + ": expected a SHA-256 of 64 lower-case hex digits, found " + sha256);
    }
  }
}
