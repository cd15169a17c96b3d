package sluice.validator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import sluice.lake.Buckets;
import sluice.lake.DatasetName;
import sluice.lake.contract.Contract;
import sluice.lake.ledger.VerdictLedger;
import sluice.lake.store.ObjectStore;
import sluice.validator.file.Limits;

/** Opens the gate over any store and ledger; like a test, it stands in the package of what it opens. */
public final class GateDoor {
  private final Gate gate;

  public GateDoor(ObjectStore store, Buckets buckets, VerdictLedger ledger, Function<DatasetName, Contract> contracts,
      Path work, Clock clock) {
    ObjectGate objects = new ObjectGate(store, buckets, ledger, new LimitsFor(Limits.STANDARD, () -> "salt"), work, clock);
    gate = new Gate(store, buckets, ledger, contracts, work, objects, verdict -> { });
  }

  /** One call that has all the time it needs. */
  public ValidateAnswer judge(ValidateEvent event) throws IOException {
    return gate.judge(event, () -> true);
  }
}
