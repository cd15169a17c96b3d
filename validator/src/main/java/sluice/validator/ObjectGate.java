package sluice.validator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.lake.Buckets;
import sluice.lake.RunId;
import sluice.lake.Zone;
import sluice.lake.contract.Contract;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.ObjectVerdict;
import sluice.lake.ledger.VerdictLedger;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;
import sluice.lake.store.ScratchFolder;
import sluice.lake.store.StoredObject;
import sluice.validator.file.FileGate;
import sluice.validator.file.Input;
import sluice.validator.file.Judgement;
import sluice.validator.file.Outputs;

/**
 * Gives one object its one verdict, and sees to it that what the verdict says is in the stores.
 *
 * <p>The order is what makes it safe to be cut off anywhere: what was refused is put aside, the fingerprints are written,
 * the verdict is committed, and only then do the accepted rows appear where readers look. Whoever finds a verdict without
 * its rows judges the object again against exactly the verdicts before it, gets the same bytes, and writes them.
 */
final class ObjectGate {
  private static final double MILLIS = 1000;

  private final ObjectStore store;
  private final Buckets buckets;
  private final VerdictLedger ledger;
  private final LimitsFor limits;
  private final Path workFolder;
  private final Clock clock;

  ObjectGate(ObjectStore store, Buckets buckets, VerdictLedger ledger, LimitsFor limits, Path workFolder, Clock clock) {
    this.store = store;
    this.buckets = buckets;
    this.ledger = ledger;
    this.limits = limits;
    this.workFolder = workFolder;
    this.clock = clock;
  }

  /** Who asks, for whom. */
  record Asking(RunId run, String replayId) {}

  /** @throws DriftStopException when the contract wants somebody to look before anything flows on; there is no verdict then */
  ObjectVerdict judge(RawObject object, Contract contract, Scope scope, Asking asking) throws IOException, DriftStopException {
    try (ScratchFolder scratch = ScratchFolder.in(workFolder, "object")) {
      Path work = scratch.path();
      while (true) {
        Optional<ObjectVerdict> known = ledger.find(
            contract.dataset(), object.partition().ingestDate(), object.key(), contract.version());
        if (known.isPresent()) {
          finish(object, contract, scope, known.get(), work);
          return known.get();
        }
        long sequence = scope.next();
        Judged judged = judge(object, contract, scope, sequence, work);
        ObjectVerdict verdict = verdict(object, contract, sequence, judged, asking);
        keepRefused(object, contract, verdict, judged);
        if (verdict.fingerprints() != null) {
          store.putIfAbsent(validated(verdict.fingerprints()), judged.outputs().fingerprints(), Map.of());
        }
        if (scope.commit(verdict)) {
          show(verdict, judged);
          return verdict;
        }
      }
    }
  }

  /** A call that was cut off between the verdict and its rows left them for us to write. */
  private void finish(RawObject object, Contract contract, Scope scope, ObjectVerdict verdict, Path work) throws IOException {
    if (verdict.validated() == null || store.head(validated(verdict.validated())).isPresent()) {
      return;
    }
    Judged again = judge(object, contract, scope, verdict.sequence(), work);
    if (!(again.judgement() instanceof Judgement.RowsJudged rows) || !rows.output().sha256().equals(verdict.validatedSha256())) {
      throw new IllegalStateException(object.key() + " was judged again and gave other bytes than its verdict says: expected "
          + verdict.validatedSha256() + ", found " + again.judgement());
    }
    show(verdict, again);
  }

  private void show(ObjectVerdict verdict, Judged judged) {
    if (verdict.validated() != null) {
      store.putIfAbsent(validated(verdict.validated()), judged.outputs().accepted(), Map.of());
    }
  }

  /** What the file gate said, with its files; {@code version} is the raw object's. */
  private record Judged(Judgement judgement, Outputs outputs, String version, Instant begun) {}

  private Judged judge(RawObject object, Contract contract, Scope scope, long sequence, Path work) throws IOException {
    Instant begun = clock.instant();
    Outputs outputs = new Outputs(work.resolve("accepted"), work.resolve("refused"), work.resolve("fingerprints"));
    if (object.part() == null) {
      return new Judged(new Judgement.ObjectRefused(Reason.EMPTY_OBJECT, "the extraction brought no rows", 0), outputs, "", begun);
    }
    ObjectRef raw = new ObjectRef(buckets.of(Zone.RAW), object.key());
    String version = store.head(raw).map(StoredObject::versionId).orElse("");
    Path file = work.resolve(object.fileName());
    try {
      LocalCopy.of(store, raw, file).mustBe(object.part());
    } catch (Refusal refusal) {
      return new Judged(new Judgement.ObjectRefused(refusal.reason(), refusal.getMessage(), object.part().rows()), outputs, version, begun);
    }
    Judgement judgement = new FileGate(work, limits.of(contract))
        .judge(new Input(file, object.fileName(), object.origin(raw, version), maker(object)), contract, scope.before(sequence), outputs);
    return new Judged(counted(object, judgement), outputs, version, begun);
  }

  /** A producer's file is counted by the gate; an extractor has counted already. */
  private static Judgement counted(RawObject object, Judgement judgement) {
    if (!object.landed() && judgement instanceof Judgement.RowsJudged rows && rows.read() != object.part().rows()) {
      return new Judgement.ObjectRefused(Reason.ROW_COUNT_MISMATCH,
          "the manifest says " + object.part().rows() + " rows, found " + rows.read(), rows.read());
    }
    return judgement;
  }

  private static Input.Maker maker(RawObject object) {
    return object.landed() ? Input.Maker.PRODUCER : Input.Maker.EXTRACTOR;
  }

  private ObjectVerdict verdict(RawObject object, Contract contract, long sequence, Judged judged, Asking asking) throws DriftStopException {
    return switch (judged.judgement()) {
      case Judgement.RowsJudged rows -> of(object, contract, sequence, judged, asking,
          new Counts(rows.read(), rows.accepted(), rows.quarantined(), rows.duplicates()), null, null, codes(rows),
          rows.accepted() > 0 ? object.validated(contract.version()) : null,
          rows.accepted() > 0 ? rows.output().sha256() : null,
          rows.accepted() > 0 ? object.fingerprints(contract.version(), sequence) : null,
          rows.quarantined() > 0 ? object.entries(contract.version()) : null);
      case Judgement.ObjectRefused refused -> of(object, contract, sequence, judged, asking,
          new Counts(refused.rowsKnown(), 0, refused.rowsKnown(), 0), refused.reason().code(), refused.detail(),
          Map.of(refused.reason().code(), refused.rowsKnown()), null, null, null, object.entries(contract.version()));
      case Judgement.Stop stop -> throw new DriftStopException(object.key() + ": " + stop.detail() + " (" + stop.reason().code() + ")");
    };
  }

  private ObjectVerdict of(RawObject object, Contract contract, long sequence, Judged judged, Asking asking, Counts counts, String reason,
      String detail, Map<String, Long> reasons, String validated, String sha256, String fingerprints, String refused) {
    Instant judgedAt = clock.instant();
    return new ObjectVerdict(contract.dataset(), object.partition().ingestDate(), object.partition().runId(), object.key(), judged.version(),
        object.landed() ? object.part().origin() : null, contract.version(), sequence, counts, reason, detail, reasons, validated, sha256,
        fingerprints, refused, asking.run(), asking.replayId(), judgedAt,
        object.part() == null ? null : new ObjectVerdict.Source(object.part().bytes(), object.part().sha256()),
        Duration.between(judged.begun(), judgedAt).toMillis() / MILLIS);
  }

  private static Map<String, Long> codes(Judgement.RowsJudged rows) {
    Map<String, Long> codes = new TreeMap<>();
    rows.reasons().forEach((reason, count) -> codes.put(reason.code(), count));
    return codes;
  }

  /** Before the verdict: a refusal without its rows or its object would send somebody looking for nothing. */
  private void keepRefused(RawObject object, Contract contract, ObjectVerdict verdict, Judged judged) throws IOException {
    if (verdict.refused() == null) {
      return;
    }
    ObjectRef entries = new ObjectRef(buckets.of(Zone.QUARANTINE), verdict.refused());
    if (verdict.accepted()) {
      store.putIfAbsent(entries, judged.outputs().refused(), Map.of());
      return;
    }
    store.putIfAbsent(entries, new ObjectEntry(judged.outputs().refused())
        .write(object.origin(new ObjectRef(buckets.of(Zone.RAW), object.key()), judged.version()), verdict), Map.of());
    if (object.part() != null) {
      store.copyIfAbsent(new ObjectRef(buckets.of(Zone.RAW), object.key()),
          new ObjectRef(buckets.of(Zone.QUARANTINE), object.kept()), Map.of("reason", verdict.reason()));
    }
  }

  private ObjectRef validated(String key) {
    return new ObjectRef(buckets.of(Zone.VALIDATED), key);
  }
}
