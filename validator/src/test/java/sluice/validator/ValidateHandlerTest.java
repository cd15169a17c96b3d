package sluice.validator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.PartitionKey;
import sluice.lake.event.Emf;
import sluice.lake.event.EventLog;
import sluice.lake.lambda.BadEventException;
import sluice.lake.manifest.Part;
import sluice.lake.parquet.RowsInMemory;

class ValidateHandlerTest {
  private static final PartitionKey FIRST = GateBench.partition("run-1");
  private GateBench bench;

  @BeforeEach
  void lake(@TempDir Path root) throws Exception {
    bench = new GateBench(root);
  }

  @Test
  void answersWithCountsAndReasons() throws Exception {
    bench.extracted(FIRST, new RowsInMemory(List.of("id"), List.of(List.of("a1"))));
    bench.writeManifest(FIRST);
    assertThat(handle("{\"runId\":\"run-1\",\"dataset\":\"adverts\",\"manifests\":[{\"manifest\":\"" + FIRST.manifest() + "\",\"parts\":1}],"
        + "\"from\":0,\"counts\":{\"read\":5,\"accepted\":5,\"quarantined\":0,\"duplicates\":0},\"refusals\":[\"wrong_type\"]}"))
        .matches("\\{\"status\":\"done\",\"from\":1,\"counts\":\\{\"read\":\\d+,\"accepted\":5,\"quarantined\":\\d+,\"duplicates\":0},"
            + "\"refusals\":\\[\"missing_required_column\",\"wrong_type\"]}");
  }

  @Test
  void saysEachVerdictInOneLine() {
    Part part = bench.extracted(FIRST, new RowsInMemory(List.of("id", "title"), List.of(List.of("a1", "Analyst"))));
    bench.judge(FIRST);
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    ValidateHandler.log(new EventLog(new PrintStream(log, true, StandardCharsets.UTF_8), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)), bench.verdict(part));
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("\"event\":\"object_accepted\"", "\"runId\":\"run-1\"",
        "\"dataset\":\"adverts\"", "\"sourceObject\":\"" + part.key() + "\"", "\"accepted\":1");
  }

  @Test
  void countsWhatPassedAndWhatWasRefused() {
    Part part = bench.landed(FIRST, "adverts.csv", "id,title,pay\na1,Analyst,70\na2,Engineer,seventy\n");
    bench.judge(FIRST);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ValidateHandler.measure(new Emf(new PrintStream(out, true, StandardCharsets.UTF_8), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)), bench.verdict(part));
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"dataset\":\"adverts\"", "\"source\":\"landing\"", "\"ValidationPassed\":1", "\"ValidationFailed\":0", "\"Quarantined\":1");
  }

  @Test
  void refusesAnEventWithoutWork() {
    assertThatThrownBy(() -> handle("{\"runId\":\"run-1\",\"dataset\":\"adverts\"}"))
        .isInstanceOf(BadEventException.class)
        .hasMessageStartingWith("not a ValidateEvent event: ").hasMessageContaining("expected manifests or a plan, found neither");
  }

  private String handle(String event) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ValidateHandler(bench.gate(bench.folder, bench.ledger))
        .handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, new LongCall());
    return out.toString(StandardCharsets.UTF_8);
  }
}
