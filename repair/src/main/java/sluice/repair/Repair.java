package sluice.repair;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import sluice.lake.Buckets;
import sluice.lake.Zone;
import sluice.lake.contract.Contract;
import sluice.lake.ledger.ObjectVerdict;
import sluice.lake.ledger.VerdictLedger;
import sluice.lake.ledger.VerdictScope;
import sluice.lake.parquet.UnreadableParquetException;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;
import sluice.lake.store.Sha256;

/**
 * Brings what is stored of a dataset back to its contract: raw is only looked at, validated objects are rewritten.
 *
 * <p>Original, note, object, in this order: whoever is cut off leaves an object that is still what it was, or one whose
 * new bytes a note promises and whose old ones are kept. The same command again goes on from there to the same end.
 */
public final class Repair {
  private final ObjectStore store;
  private final Buckets buckets;
  private final VerdictLedger verdicts;
  private final Replacing replacing;
  private final Path work;

  /** {@code work} is a local folder with room for twice the largest object. */
  public Repair(ObjectStore store, Buckets buckets, VerdictLedger verdicts, Replacing replacing, Path work) {
    this.store = store;
    this.buckets = buckets;
    this.verdicts = verdicts;
    this.replacing = replacing;
    this.work = work;
  }

  /** Every object of the dataset in raw, then in validated, as it stands; nothing is changed. */
  public List<Finding> look(Contract contract) throws IOException {
    return findings(contract, (object, copy, deviations) -> new Finding(
        Zone.VALIDATED, object.key(), Finding.Status.DEVIATES, deviations, RepairNote.backup(object.key(), copy.sha256()), null));
  }

  /** The same, after everything that can be mended was. */
  public List<Finding> mend(Contract contract) throws IOException {
    return findings(contract, (object, copy, deviations) -> rewrite(contract, object, copy, deviations));
  }

  /** What is done with an object in validated that deviates in what can be mended. */
  private interface Mending {
    Finding of(ObjectRef object, Copies.Copy copy, List<String> deviations) throws IOException;
  }

  private List<Finding> findings(Contract contract, Mending mending) throws IOException {
    Copies copies = new Copies(store, work);
    List<Finding> findings = new ArrayList<>(new RawScan(store, buckets.of(Zone.RAW), copies).findings(contract));
    Map<String, ObjectVerdict> named = verdicts.inScope(new VerdictScope(contract.dataset(), Optional.empty())).stream()
        .filter(verdict -> verdict.validated() != null)
        .collect(Collectors.toMap(ObjectVerdict::validated, Function.identity()));
    String bucket = buckets.of(Zone.VALIDATED);
    TreeSet<String> keys = new TreeSet<>(named.keySet());
    store.list(bucket, Zone.VALIDATED.prefix() + contract.dataset() + "/").forEach(object -> keys.add(object.key()));
    for (String key : keys) {
      ObjectRef object = new ObjectRef(bucket, key);
      findings.add(copies.use(object, copy -> finding(contract, object, copy, Optional.ofNullable(named.get(key)), mending))
          .orElseGet(() -> Finding.reported(Zone.VALIDATED, key, List.of("a verdict names it, but it is not in the store"), null)));
    }
    return findings;
  }

  private Finding finding(Contract contract, ObjectRef object, Copies.Copy copy, Optional<ObjectVerdict> verdict, Mending mending)
      throws IOException {
    Shape shape;
    try {
      shape = Shape.of(copy.file());
    } catch (UnreadableParquetException unreadable) {
      return Finding.reported(Zone.VALIDATED, object.key(), List.of(unreadable.getMessage()), null);
    }
    List<String> unmendable = notPromised(object, copy, shape, verdict);
    if (!unmendable.isEmpty()) {
      return Finding.reported(Zone.VALIDATED, object.key(), unmendable, null);
    }
    List<String> deviations = shape.deviationsFrom(contract.validatedColumns());
    return deviations.isEmpty() ? Finding.good(Zone.VALIDATED, object.key()) : mending.of(object, copy, deviations);
  }

  /** Bytes that nobody promised may hold rows that never passed the gate: rewriting would hide that. */
  private List<String> notPromised(ObjectRef object, Copies.Copy copy, Shape shape, Optional<ObjectVerdict> verdict) throws IOException {
    if (verdict.isEmpty()) {
      return List.of("no verdict names it");
    }
    List<String> deviations = new ArrayList<>();
    if (shape.rows() != verdict.get().counts().accepted()) {
      deviations.add("its verdict says " + verdict.get().counts().accepted() + " rows, found " + shape.rows());
    }
    if (!copy.sha256().equals(verdict.get().validatedSha256()) && promisedByRepair(object, copy.sha256()).isEmpty()) {
      deviations.add("its verdict says SHA-256 " + verdict.get().validatedSha256() + ", found " + copy.sha256());
    }
    return deviations;
  }

  private Optional<RepairNote> promisedByRepair(ObjectRef object, String sha256) throws IOException {
    for (ObjectRef place : store.list(object.bucket(), RepairNote.prefix(object.key()) + "-")) {
      try (InputStream in = store.open(place)) {
        RepairNote note = RepairNote.fromJson(in.readAllBytes());
        if (note.key().equals(object.key()) && note.after().sha256().equals(sha256)) {
          return Optional.of(note);
        }
      }
    }
    return Optional.empty();
  }

  private Finding rewrite(Contract contract, ObjectRef object, Copies.Copy copy, List<String> deviations) throws IOException {
    Path file = work.resolve("rewritten.parquet");
    try {
      Rewriting.write(copy.file(), contract.validatedColumns(), file);
      Shape before = Shape.of(copy.file());
      Shape after = Shape.of(file);
      if (after.rows() != before.rows()) {
        throw new IllegalStateException(object.uri() + " has " + before.rows() + " rows, rewritten " + after.rows());
      }
      ObjectRef backup = new ObjectRef(object.bucket(), RepairNote.backup(object.key(), copy.sha256()));
      keep(copy, backup);
      RepairNote note = new RepairNote(RepairNote.FORMAT, object.key(), backup.key(), deviations,
          new RepairNote.State(copy.bytes(), before.rows(), copy.sha256()),
          new RepairNote.State(Files.size(file), after.rows(), Sha256.of(file)));
      store.putIfAbsent(new ObjectRef(object.bucket(), RepairNote.place(object.key(), copy.sha256())), note.toJson(), Map.of());
      replacing.replace(object, file);
      return new Finding(Zone.VALIDATED, object.key(), Finding.Status.REWRITTEN, deviations, backup.key(), null);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Read back before anything is written over: a copy that is not whole is none. */
  private void keep(Copies.Copy copy, ObjectRef backup) throws IOException {
    store.putIfAbsent(backup, copy.file(), Map.of("sha256", copy.sha256()));
    try (InputStream in = store.open(backup)) {
      String kept = Sha256.of(in);
      if (!kept.equals(copy.sha256())) {
        throw new IllegalStateException("the original was not kept whole at " + backup.uri() + ": expected SHA-256 " + copy.sha256() + ", found " + kept);
      }
    }
  }
}
