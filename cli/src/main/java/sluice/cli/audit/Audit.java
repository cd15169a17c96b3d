package sluice.cli.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import sluice.lake.Buckets;
import sluice.lake.DatasetName;
import sluice.lake.PartitionKey;
import sluice.lake.RunId;
import sluice.lake.Zone;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.ObjectVerdict;
import sluice.lake.ledger.VerdictLedger;
import sluice.lake.manifest.Manifest;
import sluice.lake.manifest.Part;
import sluice.lake.parquet.ParquetRows;
import sluice.lake.parquet.Row;
import sluice.lake.parquet.RowVisitor;
import sluice.lake.store.MissingObjectException;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;
import sluice.lake.store.Sha256;
import sluice.replay.ReplayPlan;

/**
 * Counts a run again from the stores, never from logs: every object that it brought has one verdict, its bytes are those
 * that the manifest promised, and the rows that the verdict counts are where it says.
 */
public final class Audit {
  /** Of an object's verdicts a run counts the first: a replay's later one counts the same rows again. */
  private static final Comparator<ObjectVerdict> FIRST = Comparator.comparingInt(ObjectVerdict::contractVersion);

  private final ObjectStore store;
  private final Buckets buckets;
  private final VerdictLedger ledger;

  public Audit(ObjectStore store, Buckets buckets, VerdictLedger ledger) {
    this.store = store;
    this.buckets = buckets;
    this.ledger = ledger;
  }

  /**
   * What was found.
   *
   * @param breaks every broken promise as a sentence that names the object; empty when all hold
   */
  public record Finding(Map<DatasetName, Counts> datasets, List<ObjectVerdict> objects, int manifests, List<String> breaks) {
    public boolean conserved() {
      return breaks.isEmpty();
    }
  }

  /** @param datasets those to look for; a run may have brought objects of any of them */
  public Finding of(RunId run, List<DatasetName> datasets) throws IOException {
    List<String> breaks = new ArrayList<>();
    List<ObjectVerdict> objects = new ArrayList<>();
    Map<DatasetName, Counts> counts = new TreeMap<>(Comparator.comparing(DatasetName::value));
    int manifests = 0;
    for (DatasetName dataset : datasets) {
      for (PartitionKey partition : partitions(dataset, run)) {
        manifests++;
        for (ObjectVerdict verdict : partition(partition, part -> true, FIRST, breaks)) {
          objects.add(verdict);
          counts.merge(dataset, verdict.counts(), Counts::plus);
        }
      }
    }
    return new Finding(counts, objects, manifests, breaks);
  }

  /** What a replay judged again: the objects of its plan, and for each the verdict that it gave. */
  public Finding of(RunId run, ReplayPlan plan) throws IOException {
    List<String> breaks = new ArrayList<>();
    List<ObjectVerdict> objects = new ArrayList<>();
    for (ReplayPlan.Objects planned : plan.objects()) {
      PartitionKey partition = new PartitionKey(plan.dataset(), planned.ingestDate(), planned.runId());
      objects.addAll(partition(partition, part -> planned.parts().contains(part.index()), replayed(plan.replayId()), breaks));
    }
    Counts counts = objects.stream().map(verdict -> verdict.countsFor(run, plan.replayId())).reduce(Counts.NONE, Counts::plus);
    return new Finding(Map.of(plan.dataset(), counts), objects, plan.objects().size(), breaks);
  }

  /** Where another run was faster under the same contract, the newest verdict is the one that the replay went by. */
  private static Comparator<ObjectVerdict> replayed(String replayId) {
    return Comparator.comparing((ObjectVerdict verdict) -> !replayId.equals(verdict.replayId())).thenComparing(FIRST.reversed());
  }

  private List<PartitionKey> partitions(DatasetName dataset, RunId run) {
    return store.list(buckets.of(Zone.RAW), Zone.RAW.prefix() + dataset + "/").stream()
        .filter(object -> object.key().endsWith("/_manifest.json"))
        .flatMap(object -> PartitionKey.of(object.key()).stream())
        .filter(partition -> partition.runId().equals(run))
        .toList();
  }

  /** The verdicts that {@code counted} puts first, one for each chosen object; the rows of all of them are looked for. */
  private List<ObjectVerdict> partition(PartitionKey partition, Predicate<Part> chosen, Comparator<ObjectVerdict> counted, List<String> breaks)
      throws IOException {
    Manifest manifest;
    try (InputStream in = store.open(new ObjectRef(buckets.of(Zone.RAW), partition.manifest()))) {
      manifest = Manifest.fromJson(in.readAllBytes());
    }
    List<ObjectVerdict> all = ledger.ofDate(partition.dataset(), partition.ingestDate());
    List<ObjectVerdict> first = new ArrayList<>();
    List<Part> parts = manifest.parts().stream().filter(chosen).toList();
    for (Part part : parts) {
      checkRaw(part, breaks);
      Optional<ObjectVerdict> verdict = all.stream().filter(one -> one.object().equals(part.key())).min(counted);
      if (verdict.isEmpty()) {
        breaks.add(part.key() + " has no verdict");
        continue;
      }
      first.add(verdict.get());
      if (part.origin() == null && verdict.get().counts().read() != part.rows()) {
        breaks.add(part.key() + ": the manifest says " + part.rows() + " rows, the verdict " + verdict.get().counts().read());
      }
    }
    for (ObjectVerdict verdict : all) {
      if (parts.stream().anyMatch(part -> part.key().equals(verdict.object()))) {
        checkRows(Zone.VALIDATED, verdict.validated(), verdict.counts().accepted(), verdict, breaks);
        checkRows(Zone.QUARANTINE, verdict.refused(), verdict.accepted() ? verdict.counts().quarantined() : 1, verdict, breaks);
      }
    }
    return first;
  }

  private void checkRaw(Part part, List<String> breaks) throws IOException {
    try (InputStream in = store.open(new ObjectRef(buckets.of(Zone.RAW), part.key()))) {
      String found = Sha256.of(in);
      if (!found.equals(part.sha256())) {
        breaks.add(part.key() + " has changed: its manifest says SHA-256 " + part.sha256() + ", found " + found);
      }
    } catch (MissingObjectException gone) {
      breaks.add(part.key() + " is in its manifest and not in the store");
    }
  }

  private void checkRows(Zone zone, String key, long promised, ObjectVerdict verdict, List<String> breaks) throws IOException {
    if (key == null) {
      return;
    }
    Optional<Path> copy = copy(new ObjectRef(buckets.of(zone), key));
    if (copy.isEmpty()) {
      breaks.add(verdict.object() + ": its verdict names " + key + ", which is not in the store");
      return;
    }
    Counting rows = new Counting();
    ParquetRows.read(copy.get(), rows);
    Files.delete(copy.get());
    if (rows.count != promised) {
      breaks.add(verdict.object() + ": its verdict says " + promised + " rows in " + key + ", found " + rows.count);
    }
  }

  private Optional<Path> copy(ObjectRef ref) throws IOException {
    Path file = Files.createTempFile("audit", null);
    try (InputStream in = store.open(ref)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return Optional.of(file);
    } catch (MissingObjectException gone) {
      Files.delete(file);
      return Optional.empty();
    }
  }

  private static final class Counting implements RowVisitor {
    private long count;

    @Override
    public void columns(List<String> names) {}

    @Override
    public void row(Row row) {
      count++;
    }
  }
}
