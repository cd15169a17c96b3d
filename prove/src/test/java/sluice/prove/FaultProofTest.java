package sluice.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.prove.faults.FaultProof;
import sluice.prove.faults.FaultReport;

class FaultProofTest {
  @Test
  void noFaultAnywhereInTheMainJobBreaksAPromise(@TempDir Path folder) throws Exception {
    FaultReport report = FaultProof.of(folder);

    assertThat(report.broken()).isEmpty();
    assertThat(report.calls()).as("the job's calls").isGreaterThan(50);
    assertThat(report.runs()).isGreaterThan(5 * report.calls());
    assertThat(folder).isEmptyDirectory();
  }
}
