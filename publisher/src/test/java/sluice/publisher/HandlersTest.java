package sluice.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.event.Emf;
import sluice.lake.lambda.BadEventException;
import sluice.lake.store.FolderObjectStore;

/** The JSON that the workflow sends and reads. */
class HandlersTest {
  private final InMemoryBuildTable table = new InMemoryBuildTable();
  private final FakeWarehouse warehouse = new FakeWarehouse().table("sluice_blue", "job_postings", 361);
  private final ReaderViews views = new ReaderViews(warehouse, warehouse.clock());
  private final Logged logged = new Logged();

  @Test
  void preparesAndPublishes() throws Exception {
    assertThat(handle(new PrepareBuildHandler(new PrepareBuild(table, arn -> true, warehouse, views, logged.log)),
        "{\"runId\":\"run-1\",\"executionArn\":\"arn:run-1\"}"))
        .isEqualTo("{\"slot\":\"blue\",\"database\":\"sluice_blue\"}");
    assertThat(handle(new PublishHandler(new Publish(table, warehouse, views, logged.log, warehouse.clock())),
        "{\"runId\":\"run-1\",\"slot\":\"blue\",\"database\":\"sluice_blue\"}"))
        .isEqualTo("{\"marts\":{\"job_postings\":361},\"publishedAt\":\"2026-11-21T06:00:02Z\"}");
  }

  @Test
  void recordsTheWorkflowsOwnWords(@TempDir Path root) throws Exception {
    RecordRun core = new RecordRun(new RunFile(new FolderObjectStore(root), "dq"), null, new InMemoryLedger(), arn -> null, table, logged.log, new Emf(System.out, warehouse.clock()),
        Clock.fixed(Instant.parse("2026-11-21T06:00:10Z"), ZoneOffset.UTC));
    assertThat(handle(new RecordRunHandler(core), """
        {"runId":"run-1","executionArn":"arn:run-1","trigger":"manual","startedAt":"2026-11-21T06:00:00.000Z",
         "datasets":{"devitjobs":{"read":10,"accepted":10,"quarantined":0,"duplicates":0}},"marts":{},"slot":"green",
         "optionalFailed":[],"failure":{"stage":"build","error":"States.TaskFailed","cause":"red"}}"""))
        .startsWith("{\"status\":\"FAILED\",\"notice\":{\"subject\":\"FAILED sluice 21 Nov 06:00 - red\",\"message\":\"Failed in build")
        .contains("\"record\":{\"runId\":\"run-1\"", "\"failure\":{\"stage\":\"build\",\"error\":\"States.TaskFailed\",\"cause\":\"red\"}");
  }

  @Test
  void refuseEventsThatLackAField() {
    refuses(new PrepareBuildHandler(new PrepareBuild(table, arn -> true, warehouse, views, logged.log)),
        "{\"runId\":\"run-1\"}", "executionArn");
    refuses(new PublishHandler(new Publish(table, warehouse, views, logged.log, warehouse.clock())), "{\"slot\":\"blue\"}", "runId");
    refuses(new PublishHandler(new Publish(table, warehouse, views, logged.log, warehouse.clock())),
        "{\"runId\":\"run-1\",\"slot\":\"red\"}", "expected blue or green, found red");
    refuses(new RecordRunHandler(new RecordRun(null, null, null, null, table, logged.log, new Emf(System.out, warehouse.clock()), warehouse.clock())), "{\"runId\":\"run-1\"}", "startedAt");
  }

  @Test
  void sayWhichVariableIsMissing() {
    assertThatThrownBy(() -> new Wiring(Map.of("SLUICE_LEDGER_TABLE", " ")))
        .hasMessage("expected the name of the ledger's table in SLUICE_LEDGER_TABLE, found nothing");
  }

  private static void refuses(RequestStreamHandler handler, String event, String because) {
    assertThatThrownBy(() -> handle(handler, event)).isInstanceOf(BadEventException.class).hasMessageContaining(because);
  }

  private static String handle(RequestStreamHandler handler, String event) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, null);
    return out.toString(StandardCharsets.UTF_8);
  }
}
