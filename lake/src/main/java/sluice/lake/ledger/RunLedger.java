package sluice.lake.ledger;

import java.util.List;
import java.util.Optional;
import sluice.lake.RunId;

/** Remembers how every run ended. */
public interface RunLedger {
  /** Recording the same run again replaces what is known of it. */
  void record(RunRecord run);

  Optional<RunRecord> find(RunId id);

  /** At most {@code n} runs, the one that started last first. */
  List<RunRecord> latest(int n);
}
