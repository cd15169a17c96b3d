package sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.lake.RunId;
import sluice.lake.ledger.RunLedger;
import sluice.lake.ledger.RunRecord;
import sluice.lake.ledger.RunStatus;

class RunReferenceTest {
  private final RunLedger ledger = new Remembered("20261121T0914-b", "20261121T0800-a", "20261120T0800-a");

  @Test
  void findsTheLatestAndTheOnesBefore() {
    assertThat(id("latest")).isEqualTo("20261121T0914-b");
    assertThat(id("latest~2")).isEqualTo("20261120T0800-a");
  }

  @Test
  void findsARunByAUniqueBeginningOfItsId() {
    assertThat(id("20261121T09")).isEqualTo("20261121T0914-b");
  }

  @Test
  void refusesABeginningThatFitsSeveralRuns() {
    assertThatThrownBy(() -> id("20261121"))
        .hasMessage("error[W014]: there is no run \"20261121\"; expected a run's id, a unique beginning of it, latest or latest~N; found 2 runs that begin so");
  }

  @Test
  void refusesToGoBackFurtherThanTheLedger() {
    assertThatThrownBy(() -> id("latest~3")).hasMessageContaining("found 3 runs");
  }

  @Test
  void saysWhatRunsUnderstands() {
    assertThatThrownBy(() -> RunReference.parse(List.of("list", "me"))).hasMessageContaining("runs does not know \"list me\"; expected runs, or runs show RUN");
  }

  private String id(String text) {
    return new RunReference(text).resolve(ledger, "./sluice runs").runId().value();
  }

  private static final class Remembered implements RunLedger {
    private final List<RunRecord> runs = new ArrayList<>();

    Remembered(String... ids) {
      for (String id : ids) {
        runs.add(new RunRecord(new RunId(id), "arn", RunStatus.SUCCEEDED, "manual", Instant.EPOCH, Instant.EPOCH, 0, Map.of(), Map.of(), List.of(), null, "blue"));
      }
    }

    @Override
    public void record(RunRecord run) {
      runs.addFirst(run);
    }

    @Override
    public Optional<RunRecord> find(RunId id) {
      return runs.stream().filter(run -> run.runId().equals(id)).findFirst();
    }

    @Override
    public List<RunRecord> latest(int n) {
      return runs.stream().limit(n).toList();
    }
  }
}
