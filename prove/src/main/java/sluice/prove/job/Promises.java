package sluice.prove.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sluice.lake.DatasetName;
import sluice.lake.Zone;
import sluice.lake.contract.Contract;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.ObjectVerdict;
import sluice.lake.manifest.Manifest;
import sluice.lake.manifest.Part;
import sluice.lake.parquet.RowsInMemory;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.Sha256;

/** What holds in the stores at every moment, also right after a fault; and what holds when a job is done. */
public final class Promises {
  private final JobWorld world;

  public Promises(JobWorld world) {
    this.world = world;
  }

  /** Whole or absent: all that a manifest names is there as it says. Nothing where that holds. */
  public Optional<String> brokenAtAnyMoment() {
    String bucket = Places.BUCKETS.of(Zone.RAW);
    for (ObjectRef object : world.store.list(bucket, Zone.RAW.prefix())) {
      if (object.key().endsWith("_manifest.json")) {
        for (Part part : Manifest.fromJson(world.store.bytes(object)).parts()) {
          ObjectRef named = new ObjectRef(bucket, part.key());
          if (world.store.head(named).isEmpty()) {
            return Optional.of(object.key() + " names " + part.key() + ", which is not there");
          }
          if (!Sha256.of(world.store.bytes(named)).equals(part.sha256())) {
            return Optional.of(part.key() + " has other bytes than its manifest says");
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Also conservation, counted from the rows themselves, and no row let in twice. Nothing where all of it holds. */
  public Optional<String> brokenWhenJudged() {
    return brokenAtAnyMoment().or(this::notConserved).or(this::letInTwice);
  }

  /** Readers see one published slot, and nobody holds the build's lock. Nothing where that holds. */
  public Optional<String> brokenForReaders() {
    return world.readers.areAtRest() ? Optional.empty() : Optional.of("readers are between two slots, or the build's lock is still held");
  }

  private Optional<String> notConserved() {
    for (ObjectVerdict verdict : Outcome.all(world)) {
      long accepted = verdict.validated() == null ? 0 : rows(Zone.VALIDATED, verdict.validated()).rows().size();
      if (accepted != verdict.counts().accepted()) {
        return Optional.of(verdict.object() + ": " + verdict.counts().accepted() + " rows are accepted, " + accepted + " are in the validated zone");
      }
      long refused = verdict.refused() == null ? 0 : rows(Zone.QUARANTINE, verdict.refused()).rows().size();
      long said = verdict.accepted() ? verdict.counts().quarantined() : 1;
      if (refused != said) {
        return Optional.of(verdict.object() + ": expected " + said + " entries in quarantine, found " + refused);
      }
    }
    return Optional.empty();
  }

  /** The same key with the same content, in whatever object of a dataset that only grows. */
  private Optional<String> letInTwice() {
    for (Contract contract : MainJob.CONTRACTS.values()) {
      Set<List<String>> seen = new HashSet<>();
      for (List<String> row : accepted(contract)) {
        if (!seen.add(row)) {
          return Optional.of(contract.dataset() + ": let in twice: " + row);
        }
      }
    }
    return Optional.empty();
  }

  /** Every validated row of the contract's columns, without its lineage, sorted. */
  private List<List<String>> accepted(Contract contract) {
    List<List<String>> rows = new ArrayList<>();
    String bucket = Places.BUCKETS.of(Zone.VALIDATED);
    for (ObjectRef object : world.store.list(bucket, Zone.VALIDATED.prefix() + contract.dataset() + "/")) {
      RowsInMemory table = rows(Zone.VALIDATED, object.key());
      table.rows().forEach(row -> rows.add(row.subList(0, contract.columns().size())));
    }
    rows.sort(Comparator.comparing(List::toString));
    return rows;
  }

  /** What is the same whatever the runs are called, and in whatever order they judged: the rows let in, and all counts. */
  public record Sums(Map<DatasetName, List<List<String>>> accepted, Map<DatasetName, Counts> counts) {}

  public Sums sums() {
    return new Sums(MainJob.CONTRACTS.values().stream().collect(Collectors.toMap(Contract::dataset, this::accepted)),
        Outcome.all(world).stream().collect(Collectors.toMap(ObjectVerdict::dataset, ObjectVerdict::counts, Counts::plus)));
  }

  private RowsInMemory rows(Zone zone, String key) {
    ObjectRef object = new ObjectRef(Places.BUCKETS.of(zone), key);
    if (world.store.head(object).isEmpty()) {
      return new RowsInMemory(List.of(), List.of());
    }
    try {
      Path file = Files.createTempFile(world.work, "rows", ".parquet");
      try {
        Files.write(file, world.store.bytes(object));
        return RowsInMemory.read(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + object.uri(), unreadable);
    }
  }
}
