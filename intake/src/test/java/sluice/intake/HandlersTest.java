package sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.lambda.BadEventException;

/** The JSON that the queue, the workflow and the schedule send and read. */
class HandlersTest {
  @TempDir Path folder;
  private World world;

  @BeforeEach
  void create() {
    world = new World(folder);
  }

  @Test
  void onlyTheMessagesThatFailedComeAgain() throws Exception {
    ObjectVersion a = world.landing.drop("orders/a +%2B ą.csv", "v1");
    ObjectVersion bad = world.landing.drop("orders/bad.csv", "v1");
    world.landing.forbid(bad.key());
    String answer = handle(intake(), Messages.queue(List.of(
        Messages.eventBridge(a), Messages.notification(a), "oops", Messages.notification(a, bad), "{\"Event\":\"s3:TestEvent\"}")));
    assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"},{\"itemIdentifier\":\"m3\"}]}");
    assertThat(world.workflow.started()).containsOnlyKeys(world.claimOn(a).value());
  }

  @Test
  void anEmptyAnswerMeansThatAllIsWell() throws Exception {
    assertThat(handle(intake(), Messages.queue(List.of(Messages.eventBridge(world.landing.drop("orders/a.csv", "v1"))))))
        .isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(handle(intake(), "{\"Records\":[]}")).isEqualTo("{\"batchItemFailures\":[]}");
  }

  @Test
  void theWorkflowAsksForABatch() throws Exception {
    ObjectVersion a = world.landing.drop("orders/a.csv", "v1");
    ObjectVersion gone = world.landing.drop("orders/gone.csv", "v1");
    world.intake().take(List.of(a, gone));
    world.landing.delete(gone);
    String run = world.claimOn(a).value();
    assertThat(handle(new ReceiveHandler(world.receive(world.store)),
        "{\"runId\":\"" + run + "\",\"batch\":\"raw/_batches/" + run + ".json\",\"startedAt\":\"2026-11-21T09:15:00.000Z\"}"))
        .isEqualTo("{\"manifests\":[{\"source\":\"orders\",\"manifest\":\"raw/orders/ingest_date=2026-11-21/run_id=" + run
            + "/_manifest.json\",\"parts\":1,\"ingestDate\":\"2026-11-21\"}],\"missing\":[\"" + gone.uri() + "\"]}");
    assertThatThrownBy(() -> handle(new ReceiveHandler(world.receive(world.store)), "{\"runId\":\"r\"}"))
        .isInstanceOf(BadEventException.class).hasMessageContaining("batch");
  }

  @Test
  void theScheduleSaysNothing() throws Exception {
    assertThat(handle(new SweepHandler(world.sweep(FakeLanding.DROPPED)), "{}")).isEqualTo("{\"found\":0,\"started\":0}");
  }

  @Test
  void sayWhichVariableIsMissingOrWrong() {
    assertThatThrownBy(() -> new Wiring(Map.of("SLUICE_LEDGER_TABLE", " ")))
        .hasMessage("expected the name of the ledger's table in SLUICE_LEDGER_TABLE, found nothing");
    assertThatThrownBy(() -> Wiring.age("1 hour")).hasMessage("expected a duration such as PT1H in SLUICE_SWEEP_AGE, found 1 hour");
  }

  private IntakeHandler intake() {
    return new IntakeHandler(world.intake(), world.logged.log);
  }

  private static String handle(RequestStreamHandler handler, String event) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, null);
    return out.toString(StandardCharsets.UTF_8);
  }
}
