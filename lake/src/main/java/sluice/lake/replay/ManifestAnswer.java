package sluice.lake.replay;

import java.util.Arrays;
import java.util.Locale;

/** What Sluice writes beside a replay manifest, {@code <manifest>[.<mark>].<word>.json}, for whoever dropped it. */
public enum ManifestAnswer {
  /** What the replay would do, or that there is nothing to do. */
  PLAN,
  /** Why it is no replay. */
  REFUSED,
  /** Which run works on it. */
  STARTED,
  /** How a run of it ended. */
  SUMMARY;

  private static final String JSON = ".json";

  /** The key beside a manifest; there is one of this kind at most. */
  public String key(String manifest) {
    return stem(manifest) + ending();
  }

  /** The key of one of several, told apart by {@code mark}. */
  public String key(String manifest, String mark) {
    return stem(manifest) + "." + mark + ending();
  }

  /** What every answer to this manifest begins with; those to {@code fix-2.json} do not begin like those to {@code fix.json}. */
  public static String prefix(String manifest) {
    return stem(manifest) + ".";
  }

  public boolean is(String key) {
    return key.endsWith(ending());
  }

  /** Whether a key is a manifest's: an answer that were taken for one would bring the next answer, and so on. */
  public static boolean isManifest(String key) {
    return key.endsWith(JSON) && Arrays.stream(values()).noneMatch(answer -> answer.is(key));
  }

  private String ending() {
    return "." + name().toLowerCase(Locale.ROOT) + JSON;
  }

  private static String stem(String manifest) {
    if (!isManifest(manifest)) {
      throw new IllegalArgumentException("expected the key of a manifest, <name>.json, found " + manifest);
    }
    return manifest.substring(0, manifest.length() - JSON.length());
  }
}
