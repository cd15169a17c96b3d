package sluice.repair;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import sluice.lake.json.Json;

/**
 * Says what a repair puts in an object's place. The verdict stays as the gate gave it, so this is where the object's new
 * bytes are promised.
 *
 * @param key of the object in the validated zone
 * @param backup key of its original, in the same bucket and outside of what is crawled
 */
record RepairNote(int format, String key, String backup, List<String> deviations, State before, State after) {
  static final int FORMAT = 1;
  private static final int HASH_SHOWN = 12;

  /** What an object is at a moment. */
  record State(long bytes, long rows, String sha256) {}

  /** {@code originals/<dataset>/…/<name>-<12 digits of its hash>.parquet}: a pure function of the key and its bytes. */
  static String backup(String key, String sha256) {
    return "originals/" + tail(key) + "-" + sha256.substring(0, HASH_SHOWN) + ".parquet";
  }

  /** {@code repairs/<dataset>/…/<name>-<12 digits of the hash of what was there>.json}. */
  static String place(String key, String before) {
    return prefix(key) + "-" + before.substring(0, HASH_SHOWN) + ".json";
  }

  /** What the places of all notes on an object begin with. */
  static String prefix(String key) {
    return "repairs/" + tail(key);
  }

  static RepairNote fromJson(byte[] json) {
    try {
      return Json.MAPPER.readValue(json, RepairNote.class);
    } catch (IOException notANote) {
      throw new IllegalStateException("not a repair's note: " + Json.brief(notANote), notANote);
    }
  }

  byte[] toJson() {
    try {
      return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    } catch (JsonProcessingException ourRecordIsAlwaysJson) {
      throw new IllegalStateException(ourRecordIsAlwaysJson);
    }
  }

  private static String tail(String key) {
    return key.substring(key.indexOf('/') + 1).replaceFirst("\\.parquet$", "");
  }
}
