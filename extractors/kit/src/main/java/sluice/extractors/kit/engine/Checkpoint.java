package sluice.extractors.kit.engine;

import java.io.IOException;
import java.util.List;
import sluice.extractors.kit.Cursor;
import sluice.lake.json.Json;
import sluice.lake.manifest.Part;

/**
 * Where a leg stopped: everything that the next leg needs to end in the same rows as a single leg would have.
 *
 * @param parts written by this leg and all before it
 * @param rows in those parts
 */
record Checkpoint(int format, int leg, Cursor cursor, List<Part> parts, long rows, Long statedTotal) {
  static final int FORMAT = 1;

  Checkpoint {
    if (format != FORMAT) {
      throw new IllegalArgumentException("expected checkpoint format " + FORMAT + ", found " + format);
    }
    parts = List.copyOf(parts);
  }

  /** Before the first leg. */
  static Checkpoint none() {
    return new Checkpoint(FORMAT, -1, Cursor.START, List.of(), 0, null);
  }

  byte[] toJson() {
    return Json.pretty(this);
  }

  static Checkpoint fromJson(byte[] json, String uri) {
    try {
      return Json.MAPPER.readValue(json, Checkpoint.class);
    } catch (IOException notACheckpoint) {
      throw new IllegalStateException("no checkpoint at " + uri + ": " + Json.brief(notACheckpoint), notACheckpoint);
    }
  }
}
