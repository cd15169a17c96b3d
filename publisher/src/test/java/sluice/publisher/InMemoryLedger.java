package sluice.publisher;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sluice.lake.RunId;
import sluice.lake.ledger.RunLedger;
import sluice.lake.ledger.RunRecord;

/** The run ledger in memory. */
final class InMemoryLedger implements RunLedger {
  final List<RunRecord> runs = new ArrayList<>();

  @Override
  public void record(RunRecord run) {
    runs.removeIf(known -> known.runId().equals(run.runId()));
    runs.add(run);
  }

  @Override
  public Optional<RunRecord> find(RunId id) {
    return runs.stream().filter(run -> run.runId().equals(id)).findFirst();
  }

  @Override
  public List<RunRecord> latest(int n) {
    return runs.stream().sorted(Comparator.comparing(RunRecord::startedAt).reversed()).limit(n).toList();
  }
}
