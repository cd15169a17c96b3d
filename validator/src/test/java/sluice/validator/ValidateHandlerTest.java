package sluice.validator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.event.EventLog;
import sluice.lake.lambda.BadEventException;
import sluice.lake.manifest.Part;
import sluice.lake.parquet.RowsInMemory;

class ValidateHandlerTest {
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private GateBench bench;

  @BeforeEach
  void lake(@TempDir Path root) throws Exception {
    bench = new GateBench(root);
  }

  @Test
  void answersAnAcceptedPart() throws Exception {
    Part part = bench.part(new RowsInMemory(List.of("id", "title"), List.of(List.of("a1", "Analyst"))));
    assertThat(answer(0)).isEqualTo("{\"dataset\":\"adverts\",\"part\":0,\"verdict\":\"accepted\",\"read\":1,\"accepted\":1,"
        + "\"quarantined\":0,\"duplicates\":0,\"object\":\"" + part.key() + "\",\"output\":\""
        + part.key().replaceFirst("^raw/", "validated/") + "\"}");
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("\"event\":\"object_accepted\"", "\"runId\":\"run-1\"",
        "\"dataset\":\"adverts\"", "\"sourceObject\":\"" + part.key() + "\"", "\"rows\":1");
  }

  @Test
  void answersARefusedPartWithItsReason() throws Exception {
    Part part = bench.part(new RowsInMemory(List.of("id"), List.of(List.of("a1"))));
    assertThat(answer(0)).isEqualTo("{\"dataset\":\"adverts\",\"part\":0,\"verdict\":\"quarantined\",\"read\":1,\"accepted\":0,"
        + "\"quarantined\":1,\"duplicates\":0,\"object\":\"" + part.key()
        + "\",\"reason\":\"missing_required_column\",\"detail\":\"lacks title; has id\"}");
    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("\"event\":\"object_quarantined\"", "\"reason\":\"missing_required_column\"");
  }

  @Test
  void cutsADetailThatWouldFillTheWorkflow() throws Exception {
    bench.part(new RowsInMemory(List.of("a".repeat(900)), List.of(List.of("a1"))));
    assertThat(answer(0)).hasSizeLessThan(900).contains("aaa…\"}");
  }

  @Test
  void refusesAnEventThatLacksAField() {
    assertThatThrownBy(() -> handle("{\"runId\":\"run-1\",\"ingestDate\":\"2026-11-21\",\"startedAt\":\"2026-11-21T06:00:00Z\","
        + "\"dataset\":\"adverts\",\"part\":0}"))
        .isInstanceOf(BadEventException.class)
        .hasMessageStartingWith("not a ValidateEvent event: ").hasMessageContaining("manifest");
  }

  private String answer(int part) throws Exception {
    bench.writeManifest();
    return handle("{\"runId\":\"run-1\",\"ingestDate\":\"2026-11-21\",\"startedAt\":\"2026-11-21T06:00:00Z\","
        + "\"dataset\":\"adverts\",\"manifest\":\"" + GateBench.PARTITION.manifest() + "\",\"part\":" + part + "}");
  }

  private String handle(String event) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EventLog events = new EventLog(
        new PrintStream(log, true, StandardCharsets.UTF_8), Clock.fixed(GateBench.RUN.startedAt(), ZoneOffset.UTC));
    new ValidateHandler(bench.gate(bench.folder), events)
        .handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, null);
    return out.toString(StandardCharsets.UTF_8);
  }
}
