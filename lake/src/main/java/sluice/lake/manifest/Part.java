package sluice.lake.manifest;

/** One line of a manifest: an object, and everything needed to see that it is whole. */
public record Part(int index, String key, long bytes, long rows, String sha256) {
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
