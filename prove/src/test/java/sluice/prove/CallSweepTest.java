package sluice.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.prove.faults.CallSweep;
import sluice.prove.faults.FaultReport;
import sluice.prove.job.Site;

class CallSweepTest {
  @Test
  void noFaultOfAnyCallOfTheMainJobBreaksAPromise(@TempDir Path folder) throws Exception {
    try (Site site = new Site()) {
      FaultReport report = new CallSweep(folder, site).sweep();

      assertThat(report.broken()).isEmpty();
      assertThat(report.calls()).as("calls of the job").isGreaterThan(50);
      assertThat(report.runs()).isEqualTo(5 * report.calls());
      assertThat(folder).as("work folders that were left").isEmptyDirectory();
    }
  }
}
