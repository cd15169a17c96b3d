package sluice.prove.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import sluice.lake.Zone;
import sluice.lake.ledger.ObjectVerdict;
import sluice.lake.ledger.RunRecord;
import sluice.lake.ledger.VerdictScope;
import sluice.lake.store.Sha256;

/**
 * What a job left behind, in a form in which two of them can be compared.
 *
 * @param parts by what it is called: objects by key with their hashes, verdicts and records by name
 */
public record Outcome(SequencedMap<String, Map<String, String>> parts) {
  public static Outcome of(JobWorld world) {
    SequencedMap<String, Map<String, String>> parts = new LinkedHashMap<>();
    parts.put("raw", hashes(world, Zone.RAW, ""));
    // Fingerprints of an attempt that lost its place stay and are never read: those that count are named by verdicts.
    parts.put("validated", hashes(world, Zone.VALIDATED, Zone.VALIDATED.prefix()));
    parts.put("quarantine", hashes(world, Zone.QUARANTINE, ""));
    parts.put("verdicts", verdicts(world));
    parts.put("runs", runs(world));
    parts.put("started", new TreeMap<>(world.workflow.started()));
    return new Outcome(parts);
  }

  /** Hashes of the objects in raw, by key. */
  public Map<String, String> raw() {
    return parts.get("raw");
  }

  /** The first thing in which the other differs from this one, in a line; nothing where they are equal. */
  public Optional<String> differenceTo(Outcome other) {
    for (Map.Entry<String, Map<String, String>> part : parts.entrySet()) {
      Optional<String> difference = firstDifference(part.getValue(), other.parts.get(part.getKey()));
      if (difference.isPresent()) {
        return difference.map(text -> part.getKey() + ": " + text);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> firstDifference(Map<String, String> expected, Map<String, String> found) {
    TreeMap<String, String> all = new TreeMap<>(expected);
    all.putAll(found);
    return all.sequencedKeySet().stream().filter(name -> !String.valueOf(expected.get(name)).equals(found.get(name)))
        .map(name -> name + ": expected " + expected.getOrDefault(name, "nothing") + ", found " + found.getOrDefault(name, "nothing")).findFirst();
  }

  private static Map<String, String> hashes(JobWorld world, Zone zone, String prefix) {
    Map<String, String> hashes = new TreeMap<>();
    world.store.list(Places.BUCKETS.of(zone), prefix).forEach(object -> hashes.put(object.key(), Sha256.of(world.store.bytes(object))));
    return hashes;
  }

  private static Map<String, String> verdicts(JobWorld world) {
    Map<String, String> verdicts = new TreeMap<>();
    for (ObjectVerdict verdict : all(world)) {
      verdicts.put(verdict.object() + " under contract " + verdict.contractVersion(), verdict.toJson());
    }
    return verdicts;
  }

  static List<ObjectVerdict> all(JobWorld world) {
    return MainJob.CONTRACTS.keySet().stream()
        .flatMap(dataset -> world.verdicts.inScope(new VerdictScope(dataset, Optional.empty())).stream()).toList();
  }

  /** Without the slot: a command that is repeated after it published builds in the other one. */
  private static Map<String, String> runs(JobWorld world) {
    Map<String, String> runs = new TreeMap<>();
    for (RunRecord run : world.readers.runs()) {
      runs.put(run.runId().value(), run.status() + " " + run.datasets() + " " + run.marts());
    }
    return runs;
  }
}
