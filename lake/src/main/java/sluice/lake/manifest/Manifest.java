package sluice.lake.manifest;

import java.io.IOException;
import java.util.List;
import sluice.lake.json.Json;

/**
 * Says which objects one extraction consists of; written last, so that what it names is complete.
 *
 * <p>The same extraction gives the same bytes, so a retried write is recognised as our own.
 */
public record Manifest(
    int format,
    String dataset,
    String runId,
    String ingestDate,
    String startedAt,
    List<Part> parts,
    long rows,
    Long statedTotal) {
  public static final int FORMAT = 1;

  public Manifest {
    if (format != FORMAT) {
      throw new ManifestException("expected manifest format " + FORMAT + ", found " + format);
    }
    parts = List.copyOf(parts == null ? List.of() : parts);
    long sum = 0;
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).index() != i) {
        throw new ManifestException("expected part " + i + " in place " + i + ", found part " + parts.get(i).index());
      }
      sum += parts.get(i).rows();
    }
    if (sum != rows) {
      throw new ManifestException("the parts have " + sum + " rows together, the manifest says " + rows);
    }
  }

  public byte[] toJson() {
    return Json.pretty(this);
  }

  public static Manifest fromJson(byte[] json) {
    try {
      return Json.MAPPER.readValue(json, Manifest.class);
    } catch (IOException notAManifest) {
      if (notAManifest.getCause() instanceof ManifestException contradiction) {
        throw contradiction;
      }
      throw new ManifestException("not a manifest: " + Json.brief(notAManifest), notAManifest);
    }
  }
}
