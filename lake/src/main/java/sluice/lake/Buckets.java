package sluice.lake;

import java.util.EnumMap;
import java.util.Map;

/** Which bucket a zone is in; a function knows only the zones it was given. */
public record Buckets(Map<Zone, String> names) {
  public Buckets {
    names = Map.copyOf(names);
  }

  public static Buckets fromEnvironment(Map<String, String> environment) {
    Map<Zone, String> found = new EnumMap<>(Zone.class);
    for (Zone zone : Zone.values()) {
      String bucket = environment.get(zone.bucketVariable());
      if (bucket != null && !bucket.isBlank()) {
        found.put(zone, bucket);
      }
    }
    return new Buckets(found);
  }

  public String of(Zone zone) {
    String bucket = names.get(zone);
    if (bucket == null) {
      throw new IllegalStateException("no bucket for zone " + zone.word() + ": expected its name in " + zone.bucketVariable());
    }
    return bucket;
  }
}
