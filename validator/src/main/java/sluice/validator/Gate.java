package sluice.validator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import sluice.lake.Buckets;
import sluice.lake.DatasetName;
import sluice.lake.Zone;
import sluice.lake.contract.Contract;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.ObjectVerdict;
import sluice.lake.ledger.VerdictLedger;
import sluice.lake.ledger.VerdictScope;
import sluice.lake.store.ObjectStore;
import sluice.lake.store.ScratchFolder;

/** Judges the objects of one dataset one after the other, as many as there is time for. */
public final class Gate {
  private final ObjectStore store;
  private final Buckets buckets;
  private final VerdictLedger ledger;
  private final Function<DatasetName, Contract> contracts;
  private final Path workFolder;
  private final ObjectGate objects;
  private final Consumer<ObjectVerdict> heard;

  Gate(ObjectStore store, Buckets buckets, VerdictLedger ledger, Function<DatasetName, Contract> contracts, Path workFolder,
      ObjectGate objects, Consumer<ObjectVerdict> heard) {
    this.store = store;
    this.buckets = buckets;
    this.ledger = ledger;
    this.contracts = contracts;
    this.workFolder = workFolder;
    this.objects = objects;
    this.heard = heard;
  }

  /** @param timeLeft asked before every object but the first, so that each call gets on */
  ValidateAnswer judge(ValidateEvent event, BooleanSupplier timeLeft) throws IOException {
    try (ScratchFolder work = ScratchFolder.in(workFolder, "gate")) {
      return judge(event, timeLeft, work.path());
    }
  }

  private ValidateAnswer judge(ValidateEvent event, BooleanSupplier timeLeft, Path work) throws IOException {
    Contract contract = contracts.apply(event.dataset());
    WorkList list = new WorkList(store, buckets);
    List<WorkList.Item> items = list.of(event);
    Map<VerdictScope, Scope> scopes = new HashMap<>();
    Counts counts = event.counts();
    TreeSet<String> refusals = new TreeSet<>(event.refusals());
    TreeSet<LocalDate> dates = new TreeSet<>();
    for (int at = event.from(); at < items.size(); at++) {
      if (at > event.from() && !timeLeft.getAsBoolean()) {
        return new ValidateAnswer("continue", at, counts, List.copyOf(refusals), List.copyOf(dates), null);
      }
      RawObject object = list.open(event, items.get(at));
      VerdictScope scope = VerdictScope.of(event.dataset(), contract.load(), object.partition().ingestDate());
      try {
        ObjectVerdict verdict = objects.judge(object, contract, scopes.computeIfAbsent(scope, key -> scope(key, work)),
            new ObjectGate.Asking(event.runId(), event.replayId()));
        heard.accept(verdict);
        counts = counts.plus(verdict.countsFor(event.runId(), event.replayId()));
        refusals.addAll(verdict.reasons().keySet());
        if (verdict.counts().accepted() + verdict.counts().duplicates() > 0) {
          dates.add(verdict.ingestDate());
        }
      } catch (DriftStopException stop) {
        return new ValidateAnswer("stopped", at, counts, List.copyOf(refusals), List.copyOf(dates), stop.getMessage());
      }
    }
    return new ValidateAnswer("done", items.size(), counts, List.copyOf(refusals), List.copyOf(dates), null);
  }

  private Scope scope(VerdictScope scope, Path work) {
    try {
      return new Scope(scope, ledger, store, buckets.of(Zone.VALIDATED), Files.createTempDirectory(work, "scope"));
    } catch (IOException disk) {
      throw new java.io.UncheckedIOException("cannot make a work folder", disk);
    }
  }
}
